"""The Deployment as Kubernetes gets it, and what it asks of the containers' engine.

Kubernetes に渡る Deployment と、それがコンテナーエンジンに求めるもの。
"""

import subprocess

import yaml


def deployment(folder: str = "k8s/base") -> dict:
    """The Deployment of a kustomize folder."""
    text = subprocess.run(["kubectl", "kustomize", folder], check=True, capture_output=True, text=True).stdout
    return next(document for document in yaml.safe_load_all(text) if document["kind"] == "Deployment")


def template(deployment: dict) -> tuple[dict, dict]:
    """The pod that a Deployment makes, and its one container."""
    pod = deployment["spec"]["template"]["spec"]
    [container] = pod["containers"]
    return pod, container


def run_options(deployment: dict) -> list[str]:
    """The options of `podman run` that give a container what its pod would have.

    A field that is not known here is refused, so that none is left out in silence.
    """
    pod, container = template(deployment)
    security = {**pod["securityContext"], **container["securityContext"]}
    limits = container["resources"]["limits"]
    options = [
        *("--user", f"{security.pop('runAsUser')}:{security.pop('runAsGroup')}"),
        *("--cpus", str(cores(limits["cpu"]))),
        # No swap, as on a node of Kubernetes.
        *("--memory", str(mebibytes(limits["memory"])) + "m", "--memory-swap", str(mebibytes(limits["memory"])) + "m"),
        *("--stop-timeout", str(pod["terminationGracePeriodSeconds"])),
    ]
    if security.pop("readOnlyRootFilesystem"):
        options += ["--read-only", "--read-only-tmpfs=false"]
    if not security.pop("allowPrivilegeEscalation"):
        options += ["--security-opt", "no-new-privileges"]
    for capability in security.pop("capabilities")["drop"]:
        options += ["--cap-drop", capability.lower()]
    # Podman's own profile is what the runtime's default is on a node.
    assert security.pop("seccompProfile") == {"type": "RuntimeDefault"}
    assert security.pop("runAsNonRoot") and not security.pop("privileged", False)
    assert not security, f"not known to these tests: {security}"
    for variable in container.get("env", []):
        options += ["--env", f"{variable['name']}={variable['value']}"]
    return options


def setting(deployment: dict, name: str) -> int:
    """A number that the Deployment gives the server."""
    [value] = [variable["value"] for variable in template(deployment)[1]["env"] if variable["name"] == name]
    return int(value)


def cores(quantity: str) -> float:
    """A quantity of CPU, as cores."""
    return int(quantity[:-1]) / 1000 if quantity.endswith("m") else float(quantity)


def mebibytes(quantity: str) -> int:
    """A quantity of memory, as MiB."""
    assert quantity.endswith("Mi"), quantity
    return int(quantity[:-2])
