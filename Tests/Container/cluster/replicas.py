"""The pods of a Deployment behind a balancer, changed in number and in image as Kubernetes changes them.

ロードバランサーの後ろの Deployment の Pod 群。数とイメージを Kubernetes と同じ手順で変える。
"""

import threading
import time
from collections.abc import Callable

from .balancer import Balancer
from .pod import Pod

# A pod's deletion takes it out of the Service and sends SIGTERM at the same moment: so many seconds later the last node has
# heard of it. Until then connections are made to the pod.
LAST_NODE = 2.0


class Replicas:
    """Pods of one image; a new one is there before an old one goes (maxSurge 1, maxUnavailable 0)."""

    def __init__(self, balancer: Balancer, start: Callable[[], Pod], count: int) -> None:
        self._balancer = balancer
        self.pods: list[Pod] = []
        self.scale(start, count)

    def scale(self, start: Callable[[], Pod], count: int) -> None:
        """Starts pods, or ends the oldest, which have the oldest connections, until there are so many."""
        while len(self.pods) < count:
            self._begin(start)
        while len(self.pods) > count:
            self._end(self.pods[0])

    def replace(self, start: Callable[[], Pod]) -> None:
        """The rolling update: for each pod a new one, and when that is ready the old one ends."""
        for old in list(self.pods):
            self._begin(start)
            self._end(old)

    def await_work(self, seconds: float) -> None:
        """Waits until each pod has answered the load."""
        end = time.monotonic() + seconds
        while idle := [pod.name for pod in self.pods if pod.predictions() == 0]:
            assert time.monotonic() < end, f"{idle} have nothing to do"
            time.sleep(0.1)

    def _begin(self, start: Callable[[], Pod]) -> None:
        pod = start()
        self._balancer.add(pod)
        self.pods.append(pod)

    def _end(self, pod: Pod) -> None:
        news = threading.Timer(LAST_NODE, self._balancer.drop, [pod])
        news.start()
        code = pod.stop()
        news.join()
        assert code == 0, f"{pod.name} ended with {code}"
        self._balancer.forget(pod)
        self.pods.remove(pod)
