"""What the tests of containers share: podman, the images of two models, and what the Deployment asks for.

コンテナーテストの共有物: podman、二つのモデルのイメージ、Deployment の要求。
"""

import json
import os
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from cluster import manifest
from cluster.balancer import Balancer
from cluster.load import predict
from cluster.pod import Pod
from cluster.podman import Podman

# The model that takes the place of the first: other coefficients, the same four features and three classes.
NEXT_MODEL = Path("Tests/Conformance/models/svc_rbf_3_proba_string.onnx")


@dataclass
class Image:
    """An image, the program in it, and what it answers to the row of the load."""

    tag: str
    program: Path
    digest: str
    answer: str


@pytest.fixture(scope="session")
def podman(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Podman]:
    podman = Podman(tmp_path_factory.mktemp("podman"))
    yield podman
    podman.close()


@pytest.fixture(scope="session")
def deployment() -> dict:
    return manifest.deployment()


@pytest.fixture(scope="session")
def options(deployment: dict) -> list[str]:
    return manifest.run_options(deployment)


def answer_of(program: Path) -> str:
    """What a program answers when nothing stands between."""
    with subprocess.Popen(
        [program, "--host", "127.0.0.1", "--port", "0"], stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            words = process.stdout.readline().split()
            [url] = [json.loads(word[9:]) for word in words if word.startswith("url.full=")]
            return predict(url)
        finally:
            process.terminate()


@pytest.fixture(scope="session")
def image(podman: Podman) -> Image:
    """The image of the model in models/, with the release binary."""
    program = Path(".build/release/model-server").resolve()
    digest = podman.build(program, "model-in-image:0.1.0")
    return Image("model-in-image:0.1.0", program, digest, answer_of(program))


@pytest.fixture(scope="session")
def next_image(podman: Podman) -> Image:
    """The image of another model: a second build."""
    scratch = Path(".build/next-model")
    subprocess.run(
        ["swift", "build", "-c", "release", "--product", "model-server", "--scratch-path", scratch],
        env={**os.environ, "MODEL_FILEPATH": str(NEXT_MODEL), "LABEL_FILEPATH": str(NEXT_MODEL.with_suffix(".label.json"))},
        check=True, capture_output=True,
    )  # fmt: skip
    program = (scratch / "release/model-server").resolve()
    name, sha256 = NEXT_MODEL.stem, subprocess.check_output(["sha256sum", NEXT_MODEL], text=True).split()[0]
    labels = ["--build-arg", f"MODEL_NAME={name}", "--build-arg", f"MODEL_SHA256={sha256}"]
    digest = podman.build(program, "model-in-image:0.2.0", *labels)
    return Image("model-in-image:0.2.0", program, digest, answer_of(program))


@pytest.fixture
def run_pod(podman: Podman, options: list[str]) -> Iterator[Callable[..., Pod]]:
    """Starts pods of the Deployment, and removes what is left of them at the end."""
    pods: list[Pod] = []

    def run(image: Image, *more: str) -> Pod:
        pods.append(Pod(podman, f"pod-{len(pods)}", image.tag, [*options, *more]))
        return pods[-1]

    yield run
    for pod in pods:
        pod.remove()


@pytest.fixture
def balance(tmp_path: Path) -> Iterator[Callable[..., Balancer]]:
    """Starts a balancer, and ends it at the end."""
    balancers: list[Balancer] = []

    def start(mode: str, **settings: bool) -> Balancer:
        balancers.append(Balancer(tmp_path, mode, **settings))
        return balancers[-1]

    yield start
    for balancer in balancers:
        balancer.close()
