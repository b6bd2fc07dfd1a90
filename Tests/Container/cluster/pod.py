"""One container, run as a pod of the Deployment.

Deployment の Pod として動く一つのコンテナー。
"""

import time
import urllib.error
import urllib.request
from pathlib import Path

from .podman import Podman

PORT = 8000


class Pod:
    """A running container with an address of its own."""

    def __init__(self, podman: Podman, name: str, image: str, options: list[str]) -> None:
        self.podman, self.name = podman, name
        started = time.monotonic()
        # What the kubelet does with a pod whose process ends is to start it again.
        self.podman(
            "run", "--detach", "--name", name, "--network", podman.network, "--restart", "always", *options, image
        )  # fmt: skip
        self._count_sockets()
        self.address = self._inspect()["NetworkSettings"]["Networks"][podman.network]["IPAddress"]
        self.await_ready()
        self.seconds_to_ready = time.monotonic() - started

    def _inspect(self) -> dict:
        return self.podman.inspect(self.name)

    @property
    def url(self) -> str:
        return f"http://{self.address}:{PORT}"

    def get(self, path: str) -> tuple[int, str]:
        """Asks the container itself."""
        try:
            with urllib.request.urlopen(self.url + path, timeout=2) as response:
                return response.status, response.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    def await_ready(self) -> None:
        """Waits for the readiness route, at most ten seconds."""
        for _ in range(1000):
            try:
                if self.get("/v2/health/ready")[0] == 200:
                    return
            except OSError:
                pass
            time.sleep(0.01)
        raise RuntimeError(f"{self.name} is not ready: {self.logs()}")

    def await_restart(self) -> None:
        """Waits until the container has been started again, at most ten seconds, and is ready."""
        for _ in range(200):
            state = self._inspect()
            if state["RestartCount"] > 0 and state["State"]["Running"]:
                return self.await_ready()
            time.sleep(0.05)
        raise RuntimeError(f"{self.name} has not been started again")

    def sample(self, name: str, **labels: str) -> float:
        """What the pod's metrics say, summed over the labels that are not given."""
        total = 0.0
        for line in self.get("/metrics")[1].splitlines():
            if line.startswith((f"{name} ", f"{name}{{")) and all(f'{k}="{v}"' in line for k, v in labels.items()):
                total += float(line.rpartition(" ")[2])
        return total

    def predictions(self) -> int:
        """How many requests of the load the pod has answered."""
        return int(self.sample("http_requests_total", handler="/predict"))

    def logs(self) -> str:
        """What the container wrote."""
        return self.podman("logs", self.name)

    @property
    def process(self) -> int:
        """The number of the container's process on this machine."""
        return self._inspect()["State"]["Pid"]

    @property
    def restarts(self) -> int:
        return self._inspect()["RestartCount"]

    @property
    def was_killed_for_memory(self) -> bool:
        return self._inspect()["State"]["OOMKilled"]

    def _memory_group(self) -> Path:
        """The folder of the control group that counts the container's memory."""
        for line in Path(f"/proc/{self.process}/cgroup").read_text().splitlines():
            _, controllers, path = line.split(":", 2)
            if controllers == "memory":
                return Path(f"/sys/fs/cgroup/memory{path}")
            if controllers == "" and Path(f"/sys/fs/cgroup{path}/memory.peak").exists():
                return Path(f"/sys/fs/cgroup{path}")
        raise RuntimeError("the memory of a container is not counted on this machine")

    def _count_sockets(self) -> None:
        """Has version 1 of control groups count what lies in sockets, which it does only where that has a limit."""
        limit = self._memory_group() / "memory.kmem.tcp.limit_in_bytes"
        if limit.exists():
            limit.write_text(str(1 << 40))

    def greatest_memory(self) -> int:
        """The most memory the container ever had, in bytes, as its control group counted it.

        Version 2 counts what lies in sockets with the rest, version 1 apart: there it is the sum, which is no less.
        """
        group = self._memory_group()
        names = ["memory.peak", "memory.max_usage_in_bytes", "memory.kmem.tcp.max_usage_in_bytes"]
        return sum(int((group / name).read_text()) for name in names if (group / name).exists())

    def stop(self) -> int:
        """Ends the container as the kubelet does, SIGTERM and patience, and returns the exit code."""
        self.podman("stop", self.name)
        code = self._inspect()["State"]["ExitCode"]
        self.podman("rm", self.name)
        return code

    def remove(self) -> None:
        """Ends the container at once."""
        self.podman("rm", "--force", "--ignore", "--time", "0", self.name)
