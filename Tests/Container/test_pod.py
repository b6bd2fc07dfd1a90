"""One pod, with what the Deployment gives it and no more.

Deployment が与えるものだけで動く一つの Pod。
"""

import resource
import socket
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from cluster import manifest
from cluster.load import Load, predict
from cluster.pod import PORT, Pod
from cluster.podman import Podman
from conftest import Image


def report_memory(pod: Pod, deployment: dict) -> None:
    """Says how much memory the pod had at most; fails past three quarters of its limit, for past all of it none is seen."""
    limits = manifest.template(deployment)[1]["resources"]["limits"]
    memory, limit = pod.greatest_memory(), manifest.mebibytes(limits["memory"]) << 20
    print(f"  {memory} bytes of memory at most, the limit is {limit}")
    assert pod.restarts == 0 and not pod.was_killed_for_memory
    assert memory <= limit * 3 // 4


def test_it_has_no_rights(run_pod: Callable[..., Pod], image: Image) -> None:
    process = run_pod(image).process
    status = dict(line.split(":", 1) for line in Path(f"/proc/{process}/status").read_text().splitlines())
    for capabilities in ("CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb"):
        assert int(status[capabilities], 16) == 0, capabilities
    assert status["Uid"].split() == ["65532"] * 4
    assert status["Gid"].split() == ["65532"] * 4
    assert status["NoNewPrivs"].strip() == "1"
    # The runtime's filter, and the server's own.
    assert status["Seccomp"].strip() == "2" and int(status["Seccomp_filters"]) >= 2
    mounts = [line.split() for line in Path(f"/proc/{process}/mounts").read_text().splitlines()]
    writable = {path for _, path, _, options, *_ in mounts if options.split(",")[0] == "rw"}
    assert "/" not in writable
    # What the engine adds, a file with the host's name for example, belongs to root.
    for path in writable:
        if not path.startswith(("/dev", "/proc")):
            about = Path(f"/proc/{process}/root{path}").stat()
            assert about.st_uid == 0 and not about.st_mode & 0o002, path


def test_it_serves_a_crowd_within_its_limits(
    run_pod: Callable[..., Pod], image: Image, deployment: dict
) -> None:  # fmt: skip
    pod = run_pod(image)
    load = Load(pod.url, [image.answer], connections=64)
    time.sleep(10)
    load.end().check()
    print(f"  ready after {pod.seconds_to_ready:.2f} s")
    report_memory(pod, deployment)


@pytest.fixture(autouse=True)
def descriptors() -> None:
    """As many as this machine grants, for tests that open all the connections that a pod takes."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def test_hostile_bodies_do_not_get_it_killed(run_pod: Callable[..., Pod], image: Image, deployment: dict) -> None:
    """The largest bodies on many connections, half of them never ended, answers that nobody reads, and silence on the rest
    of the connections that the pod takes."""
    pod = run_pod(image)
    most, loud, spared = manifest.setting(deployment, "MAX_CONNECTIONS"), 100, 20
    clients = [socket.create_connection((pod.address, PORT)) for _ in range(most - loud - spared)]
    assert pod.sample("http_connections") > len(clients)
    row = b"[1,1,1,1],"
    body = b'{"data":[' + row * ((1 << 20) // len(row) - 2)
    body = body[:-1] + b"]}"
    head = f"POST /predict HTTP/1.1\r\nHost: pod\r\nContent-Length: {len(body)}\r\n\r\n".encode()
    for number in range(loud):
        client = socket.create_connection((pod.address, PORT), timeout=0.2)
        clients.append(client)
        try:
            client.sendall(head + (body if number % 2 else body[:-1]))
        except OSError:
            # Turned away in the midst of it, or the server has enough to do.
            pass
    pod.await_ready()
    assert predict(pod.url) == image.answer
    report_memory(pod, deployment)
    for client in clients:
        client.close()


@pytest.mark.parametrize("window", [4 << 10, 128 << 10])
def test_clients_that_stop_reading_do_not_get_it_killed(
    run_pod: Callable[..., Pod], image: Image, deployment: dict, window: int
) -> None:
    """On all the connections that the pod takes, clients read a little, for the kernel to give them more room, and then
    send on and read nothing, until the pod takes nothing either: what lies in its sockets is in nobody's count but the
    kernel's."""
    pod = run_pod(image)
    request = b"GET /metadata HTTP/1.1\r\nHost: pod\r\n\r\n"
    clients = []
    for _ in range(manifest.setting(deployment, "MAX_CONNECTIONS") - 20):
        client = socket.socket()
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, window)
        # What waits here would be a long wait for the test.
        client.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4 << 10)
        client.connect((pod.address, PORT))
        client.settimeout(5)
        for _ in range(100):
            client.sendall(request)
            client.recv(64 << 10)
        client.setblocking(False)
        clients.append(client)
    assert pod.sample("http_connections") > len(clients)
    # All at once, before the first is cut; a pod that has used its share of CPU rests for 50 ms, which is no end.
    rounds, quiet = 0, 0
    while rounds < 2000 and quiet < 20:
        rounds += 1
        quiet = 0 if sum([sends(client, request) for client in clients]) else quiet + 1
        time.sleep(0.01 if quiet else 0.001)
    pod.await_ready()
    assert predict(pod.url) == image.answer
    report_memory(pod, deployment)
    assert quiet == 20, "the pod takes more and more"
    for client in clients:
        client.close()


def sends(client: socket.socket, request: bytes) -> bool:
    """Whether a client could send one more request; one that was cut could not."""
    try:
        return client.send(request) > 0
    except OSError:
        return False


@pytest.mark.parametrize("command", ["inspect", "selftest", "healthcheck", "--version"])
def test_commands_work_inside(run_pod: Callable[..., Pod], podman: Podman, image: Image, command: str) -> None:
    podman("exec", run_pod(image).name, "/model-server", command)


def test_it_ends_in_time_and_says_so(run_pod: Callable[..., Pod], image: Image, deployment: dict) -> None:
    pod = run_pod(image)
    patience = manifest.template(deployment)[0]["terminationGracePeriodSeconds"]
    start = time.monotonic()
    assert pod.stop() == 0
    print(f"  ended after {time.monotonic() - start:.1f} s")
    assert time.monotonic() - start < patience
