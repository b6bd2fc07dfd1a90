"""The pods of a Deployment behind a balancer, changed in number and in image as Kubernetes changes them.

ロードバランサーの後ろの Deployment の Pod 群。数とイメージを Kubernetes と同じ手順で変える。
"""

from collections.abc import Callable

from .balancer import Balancer
from .pod import Pod


class Replicas:
    """Pods of one image; a new one is there before an old one goes (maxSurge 1, maxUnavailable 0)."""

    def __init__(self, balancer: Balancer, start: Callable[[], Pod], count: int) -> None:
        self._balancer = balancer
        self.pods: list[Pod] = []
        self.scale(start, count)

    def scale(self, start: Callable[[], Pod], count: int) -> None:
        """Starts pods, or ends the youngest, until there are so many."""
        while len(self.pods) < count:
            self._begin(start)
        while len(self.pods) > count:
            self._end(self.pods[-1])

    def replace(self, start: Callable[[], Pod]) -> None:
        """The rolling update: for each pod a new one, and when that is ready the old one ends."""
        for old in list(self.pods):
            self._begin(start)
            self._end(old)

    def _begin(self, start: Callable[[], Pod]) -> None:
        pod = start()
        self._balancer.add(pod)
        self.pods.append(pod)

    def _end(self, pod: Pod) -> None:
        code = pod.stop()
        assert code == 0, f"{pod.name} ended with {code}"
        self._balancer.forget(pod)
        self.pods.remove(pod)
