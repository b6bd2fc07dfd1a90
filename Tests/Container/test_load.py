"""The load test of the specification, against four pods as the Deployment describes them.

仕様の負荷テスト。Deployment どおりの四つの Pod に対して行う。
"""

import subprocess
from collections.abc import Callable

from cluster.balancer import Balancer
from cluster.pod import Pod
from cluster.replicas import Replicas
from conftest import Image


def test_four_pods_bear_what_is_specified(
    run_pod: Callable[..., Pod], balance: Callable[..., Balancer], image: Image
) -> None:
    balancer = balance("tcp")
    replicas = Replicas(balancer, lambda: run_pod(image), 4)
    subprocess.run(["Tests/Load/run", balancer.url, "20"], check=True)
    for pod in replicas.pods:
        assert pod.logs().count("access") > 0
        assert pod.restarts == 0 and not pod.was_killed_for_memory
