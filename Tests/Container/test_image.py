"""The image: one small file, true labels, and the same bytes wherever it is built.

イメージ: 小さな一ファイル、正しいラベル、どこで作っても同じバイト列。
"""

import json
import re
import shutil
import subprocess
import tarfile
import time
from pathlib import Path

import pytest

from cluster.podman import Podman
from conftest import Image


def facts(program: Path) -> tuple[str, ...]:
    """Version, name of the model and its SHA-256, as the program tells them."""
    text = subprocess.check_output([program, "--version"], text=True)
    return re.fullmatch(r"model-server (\S+), model (\S+) .*, sha256 (\w{64})\n", text).groups()


def licences(program: Path) -> str:
    """Those of the binary as a whole, which the bill of materials has to give for its parts, too."""
    bill = json.loads(subprocess.check_output(["Generator/sbom", program]))
    [whole] = bill["metadata"]["component"]["licenses"]
    parts = [licence for part in bill["components"] for licence in part.get("licenses", [])]
    texts = {licence.get("expression") or licence["license"]["id"] for licence in parts}
    # What an exception allows besides takes nothing away.
    assert {text.partition(" WITH ")[0] for text in texts} == set(whole["expression"].split(" AND "))
    return whole["expression"]


def test_it_is_small_and_has_one_file(podman: Podman, image: Image, tmp_path: Path) -> None:
    size = podman.inspect(image.tag, kind="image")["Size"]
    print(f"  the image has {size} bytes")
    assert size <= 1_600_000

    podman("save", "--format", "oci-archive", "--output", tmp_path / "image.tar", image.tag)
    shutil.unpack_archive(tmp_path / "image.tar", tmp_path)
    blobs = tmp_path / "blobs/sha256"
    digest = json.loads((tmp_path / "index.json").read_text())["manifests"][0]["digest"]
    layers = json.loads((blobs / digest.partition(":")[2]).read_text())["layers"]
    files = []
    for layer in layers:
        with tarfile.open(blobs / layer["digest"].partition(":")[2]) as archive:
            files += [(member.name, member.mode & 0o777) for member in archive if not member.isdir()]
    assert files == [("model-server", 0o755)]


def test_its_labels_are_true(podman: Podman, image: Image) -> None:
    version, name, sha256 = facts(image.program)
    labels = podman.inspect(image.tag, kind="image")["Labels"]
    labels.pop("io.buildah.version")
    assert set(labels) == {
        *(f"org.opencontainers.image.{key}" for key in ("title", "description", "version", "revision", "source", "licenses")),
        "model.name", "model.sha256",
    }  # fmt: skip
    assert labels["org.opencontainers.image.version"] == version
    assert labels["org.opencontainers.image.licenses"] == licences(image.program)
    assert (labels["model.name"], labels["model.sha256"]) == (name, sha256)


def test_it_names_commit_and_sources(podman: Podman, image: Image) -> None:
    told = {"revision": "8603a27a0356c0c763d9e50a54ff95db0b56e573", "source": "https://example.com/team/model"}
    arguments = [f"--build-arg={name.upper()}={value}" for name, value in told.items()]
    podman.build(image.program, "named", *arguments)
    for tag, wanted in (("named", told), (image.tag, dict.fromkeys(told, "unknown"))):
        labels = podman.inspect(tag, kind="image")["Labels"]
        assert {name: labels[f"org.opencontainers.image.{name}"] for name in told} == wanted


def test_wrong_labels_stop_the_build(image: Image) -> None:
    version, name, sha256 = facts(image.program)
    check = ["Generator/check-labels", image.program]
    subprocess.run([*check, version, name, sha256], check=True)
    for wrong in ((version + "1", name, sha256), (version, "other", sha256), (version, name, "0" * 64)):
        done = subprocess.run([*check, *wrong], capture_output=True, text=True)
        assert done.returncode == 1 and "the labels of the image would be wrong" in done.stderr


def test_it_runs_without_a_shell_and_without_rights(podman: Podman, image: Image) -> None:
    configuration = podman.inspect(image.tag, kind="image")["Config"]
    assert configuration["User"] == "65532:65532"
    assert configuration["Entrypoint"] == ["/model-server"]
    assert configuration["ExposedPorts"] == {"8000/tcp": {}}
    assert configuration["StopSignal"] == "SIGTERM"


def test_docker_can_ask_for_its_health(podman: Podman, image: Image) -> None:
    """Only images of Docker's own format have a health check; those of OCI leave it to Kubernetes' probes."""
    podman.build(image.program, "docker-format", "--format", "docker")
    podman("run", "--detach", "--name", "with-health", "docker-format")
    try:
        for _ in range(100):
            if podman.succeeds("healthcheck", "run", "with-health"):
                break
            time.sleep(0.05)
        assert podman.succeeds("healthcheck", "run", "with-health")
        podman("kill", "--signal", "STOP", "with-health")
        assert not podman.succeeds("healthcheck", "run", "with-health")
    finally:
        podman("rm", "--force", "--time", "0", "with-health")


@pytest.mark.parametrize("command", ["--version", "inspect", "selftest", "--help"])
def test_the_container_tells_what_the_program_tells(podman: Podman, image: Image, command: str) -> None:
    told = podman("run", "--rm", image.tag, command)
    assert told == subprocess.check_output([image.program, command], text=True).strip()


def test_another_folder_gives_the_same_image(podman: Podman, image: Image, tmp_path: Path) -> None:
    folder = tmp_path / "another folder"
    (folder / "build").mkdir(parents=True)
    shutil.copy("Dockerfile.scratch", folder)
    shutil.copyfile(image.program, folder / "build/model-server")
    (folder / "build/model-server").chmod(0o755)
    assert podman.build(folder / "build/model-server", "again", context=folder) == image.digest


def test_another_model_gives_another_image(image: Image, next_image: Image) -> None:
    assert next_image.digest != image.digest
    assert next_image.answer != image.answer
