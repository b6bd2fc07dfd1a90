"""The Deployment without a cluster, as `podman kube play` runs it.

クラスターなしの Deployment。`podman kube play` で動かす。
"""

import subprocess
from pathlib import Path

from cluster import manifest
from cluster.load import predict
from cluster.podman import Podman
from conftest import Image


def test_podman_plays_the_deployment(podman: Podman, image: Image, deployment: dict, tmp_path: Path) -> None:
    file = tmp_path / "manifests.yml"
    file.write_bytes(subprocess.check_output(["kubectl", "kustomize", "k8s/podman"]))
    podman("kube", "play", "--network", podman.network, file)
    try:
        name = f"{deployment['metadata']['name']}-pod-0-{manifest.template(deployment)[1]['name']}"
        about = podman.inspect(name)
        wanted = manifest.template(deployment)[1]["resources"]["limits"]
        assert about["HostConfig"]["Memory"] == manifest.mebibytes(wanted["memory"]) << 20
        assert about["HostConfig"]["NanoCpus"] == manifest.cores(wanted["cpu"]) * 1e9
        assert about["HostConfig"]["ReadonlyRootfs"] and about["Config"]["User"] == "65532:65532"
        assert about["EffectiveCaps"] in (None, [])
        assert predict("http://127.0.0.1:8000") == image.answer
        podman("exec", name, "/model-server", "healthcheck")
    finally:
        podman("kube", "down", file)
