"""HAProxy before the pods, as forgiving as a Service or as an Ingress is.

Pod の前に立つ HAProxy。Service または Ingress と同じだけ失敗を許す。
"""

import socket
import subprocess
import time
from pathlib import Path

from .pod import PORT, Pod

# The most pods that can stand behind it.
SLOTS = 10

# "tcp" balances connections, as a Service does; "http" balances requests, as an Ingress does. A Service looks at no pod, it
# knows what the cluster tells it, and a connection is tried once.
TEMPLATE = """
global
    stats socket {folder}/{name}.sock level admin
    maxconn 4096
defaults
    mode {mode}
    timeout connect 1s
    # A pod that has used its CPU of this tenth of a second is late, not gone.
    timeout check 1s
    timeout client 60s
    timeout server 60s
    {patience}
frontend service
    bind 127.0.0.1:{port}
    default_backend pods
backend pods
    balance roundrobin
    {checks}
    server-template pod 1-{slots} 127.0.0.1:{port} disabled
"""

# A proxy of requests looks at the pods' readiness route itself, and asks another pod where one cannot be connected. Where
# one has the request already it does so if it is told that requests may be repeated.
PATIENCE = """retries 3
    option redispatch"""
REPEATS = """
    retry-on conn-failure empty-response response-timeout"""
CHECKS = """option httpchk GET /v2/health/ready
    default-server check inter 100ms fall 1 rise 1"""


class Balancer:
    """A running HAProxy, to which pods are added and from which they are taken while it serves."""

    def __init__(self, folder: Path, mode: str, watches: bool | None = None, repeats: bool = False) -> None:
        """Starts it. `watches` has it look at the pods and ask another one in either mode."""
        self.watches = mode == "http" if watches is None else watches
        self.name = f"{mode}{'-watches' if self.watches else ''}{'-repeats' if repeats else ''}"
        self._socket = folder / f"{self.name}.sock"
        self._pods: list[Pod | None] = [None] * SLOTS
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        configuration = folder / f"{self.name}.cfg"
        configuration.write_text(
            TEMPLATE.format(
                folder=folder, name=self.name, mode=mode, port=self.port, slots=SLOTS,
                patience=(PATIENCE if self.watches else "retries 0") + (REPEATS if repeats else ""),
                checks=CHECKS if self.watches else "",
            )
        )  # fmt: skip
        self._log = open(folder / f"{self.name}.log", "w")
        self._process = subprocess.Popen(["haproxy", "-db", "-f", configuration], stdout=self._log, stderr=self._log)
        for _ in range(100):
            if self._socket.exists():
                return
            time.sleep(0.05)
        raise RuntimeError(f"HAProxy does not start: {(folder / f'{self.name}.log').read_text()}")

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def _command(self, text: str) -> str:
        with socket.socket(socket.AF_UNIX) as control:
            control.connect(str(self._socket))
            control.sendall(text.encode() + b"\n")
            return b"".join(iter(lambda: control.recv(65536), b"")).decode()

    def add(self, pod: Pod) -> None:
        """Puts a pod behind the balancer, and waits until its check succeeds where there is one."""
        slot = self._pods.index(None)
        self._pods[slot] = pod
        server = f"pods/pod{slot + 1}"
        for command in (f"set server {server} addr {pod.address} port {PORT}", f"set server {server} state ready"):
            answer = self._command(command).strip()
            assert not answer or answer.startswith(("IP changed", "no need")), answer
        if self.watches:
            self._command(f"enable health {server}")
        self.await_status(pod, "UP" if self.watches else "no check")

    def drop(self, pod: Pod) -> None:
        """Gives a pod no new connection; those that it has go on."""
        self._command(f"set server pods/pod{self._pods.index(pod) + 1} state drain")

    def forget(self, pod: Pod) -> None:
        """Frees the place of a pod that has gone."""
        slot = self._pods.index(pod)
        self._command(f"set server pods/pod{slot + 1} state maint")
        self._pods[slot] = None

    def status(self, pod: Pod) -> str:
        """What the balancer thinks of a pod."""
        name = f"pod{self._pods.index(pod) + 1}"
        rows = [line.split(",") for line in self._command("show stat").splitlines()]
        [status] = [row[17] for row in rows if row[:2] == ["pods", name]]
        return status

    def await_status(self, pod: Pod, status: str) -> None:
        """Waits until the balancer thinks so, at most ten seconds."""
        for _ in range(500):
            if self.status(pod).startswith(status):
                return
            time.sleep(0.02)
        raise RuntimeError(f"{pod.name} is {self.status(pod)}, not {status}")

    def close(self) -> None:
        self._process.terminate()
        self._process.wait()
        self._log.close()
