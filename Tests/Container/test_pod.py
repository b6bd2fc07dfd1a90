"""One pod, with what the Deployment gives it and no more.

Deployment が与えるものだけで動く一つの Pod。
"""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from cluster import manifest
from cluster.load import Load
from cluster.pod import Pod
from cluster.podman import Podman
from conftest import Image


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
    limits = manifest.template(deployment)[1]["resources"]["limits"]
    memory, limit = pod.greatest_memory(), manifest.mebibytes(limits["memory"]) << 20
    print(f"  ready after {pod.seconds_to_ready:.2f} s, {memory} bytes at most of {limit}")
    assert memory < limit
    assert pod.restarts == 0 and not pod.was_killed_for_memory


@pytest.mark.parametrize("command", ["inspect", "healthcheck", "--version"])
def test_commands_work_inside(run_pod: Callable[..., Pod], podman: Podman, image: Image, command: str) -> None:
    podman("exec", run_pod(image).name, "/model-server", command)


def test_it_ends_in_time_and_says_so(run_pod: Callable[..., Pod], image: Image, deployment: dict) -> None:
    pod = run_pod(image)
    patience = manifest.template(deployment)[0]["terminationGracePeriodSeconds"]
    start = time.monotonic()
    assert pod.stop() == 0
    print(f"  ended after {time.monotonic() - start:.1f} s")
    assert time.monotonic() - start < patience
