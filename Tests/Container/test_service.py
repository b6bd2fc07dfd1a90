"""Pods behind a balancer while clients send without a pause: spread, scaling, updates, and a pod that is killed.

負荷をかけ続けながらの Pod 群: 分散、スケール、更新、強制終了。
"""

import os
import signal
import time
from collections.abc import Callable

import pytest

from cluster.balancer import Balancer
from cluster.load import Load, predict
from cluster.pod import Pod
from cluster.replicas import Replicas
from conftest import Image

# A Service spreads connections, an Ingress spreads requests.
MODES = ["tcp", "http"]

# Connections of a second, so that the test need not wait for those of the Deployment.
YOUNG = ["--env", "MAX_AGE=1"]


@pytest.mark.parametrize("mode", MODES)
def test_a_hundred_requests_are_spread_over_five_pods(
    run_pod: Callable[..., Pod], balance: Callable[..., Balancer], image: Image, mode: str
) -> None:
    balancer = balance(mode)
    replicas = Replicas(balancer, lambda: run_pod(image), 5)
    for _ in range(100):
        assert predict(balancer.url) == image.answer
    counts = [pod.logs().count('url.path="/predict"') for pod in replicas.pods]
    print(f"  {counts} requests of 100")
    assert counts == [20] * 5


@pytest.mark.parametrize("mode", MODES)
def test_scaling_loses_nothing(
    run_pod: Callable[..., Pod], balance: Callable[..., Balancer], image: Image, mode: str
) -> None:
    balancer = balance(mode)
    replicas = Replicas(balancer, lambda: run_pod(image, *YOUNG), 2)
    load = Load(balancer.url, [image.answer])
    replicas.scale(lambda: run_pod(image, *YOUNG), 5)
    replicas.await_work(10)
    replicas.scale(lambda: run_pod(image, *YOUNG), 2)
    load.end().check()


@pytest.mark.parametrize(("age", "spreads"), [(0, False), (1, True)])
def test_kept_connections_come_to_new_pods_when_they_are_old(
    run_pod: Callable[..., Pod], balance: Callable[..., Balancer], image: Image, age: int, spreads: bool
) -> None:
    """A client that keeps its connections stays where it is, however many pods are added, unless they end."""
    balancer = balance("tcp")
    replicas = Replicas(balancer, lambda: run_pod(image, "--env", f"MAX_AGE={age}"), 2)
    load = Load(balancer.url, [image.answer])
    replicas.await_work(10)
    replicas.scale(lambda: run_pod(image, "--env", f"MAX_AGE={age}"), 5)
    if spreads:
        replicas.await_work(10)
    else:
        time.sleep(3)
    counts = [pod.predictions() for pod in replicas.pods]
    load.end().check()
    print(f"  {counts} requests")
    assert (min(counts) > 0) == spreads and min(counts[:2]) > 0


@pytest.mark.parametrize("mode", MODES)
def test_a_rolling_update_to_a_new_model_loses_nothing(
    run_pod: Callable[..., Pod], balance: Callable[..., Balancer], image: Image, next_image: Image, mode: str
) -> None:
    balancer = balance(mode)
    replicas = Replicas(balancer, lambda: run_pod(image), 4)
    load = Load(balancer.url, [image.answer, next_image.answer])
    replicas.replace(lambda: run_pod(next_image))
    outcome = load.end()
    outcome.check()
    assert all(outcome.counts), "both models have answered"

    after = Load(balancer.url, [next_image.answer])
    time.sleep(1)
    after.end().check()


def test_a_rolling_update_without_a_delay_loses_requests(
    run_pod: Callable[..., Pod], balance: Callable[..., Balancer], image: Image
) -> None:
    """What the test above is worth: the nodes that hear last send connections to a port that is closed."""
    balancer = balance("tcp")
    replicas = Replicas(balancer, lambda: run_pod(image, "--env", "DRAIN_DELAY=0"), 4)
    load = Load(balancer.url, [image.answer])
    replicas.replace(lambda: run_pod(image))
    outcome = load.end()
    print(f"  {outcome}")
    assert outcome.failed > 0 and outcome.others == 0


@pytest.mark.parametrize(("mode", "repeats"), [("tcp", False), ("http", True)])
def test_a_killed_pod_comes_back(
    run_pod: Callable[..., Pod], balance: Callable[..., Balancer], image: Image, mode: str, repeats: bool
) -> None:
    """Requests that a pod has when it is killed are lost, unless the balancer asks another pod, as predictions allow."""
    connections = 32
    balancer = balance(mode, watches=True, repeats=repeats)
    replicas = Replicas(balancer, lambda: run_pod(image), 4)
    load = Load(balancer.url, [image.answer], connections)
    time.sleep(1)
    victim = replicas.pods[0]
    os.kill(victim.process, signal.SIGKILL)
    victim.await_restart()
    balancer.await_status(victim, "UP")
    time.sleep(1)
    outcome = load.end()
    print(f"  {outcome}")
    assert victim.restarts == 1 and outcome.requests > 1000
    assert outcome.failed + outcome.others <= (0 if repeats else connections)
