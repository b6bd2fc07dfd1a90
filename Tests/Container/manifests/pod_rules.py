"""What the usual checkers ask of every pod so that it runs: resources, image, probes.

各 Pod が動くために求められること。資源、イメージ、プローブ。
"""

from manifests import Subject, at, containers, pods
from rule import Rule

PROBES = ("startupProbe", "livenessProbe", "readinessProbe")
RESOURCES = ("cpu", "memory", "ephemeral-storage")
UNITS = {"m": 1e-3, "": 1, "k": 1e3, "M": 1e6, "G": 1e9, "Ki": 2**10, "Mi": 2**20, "Gi": 2**30}


def quantity(text: object) -> float:
    """A quantity of Kubernetes, such as 250m or 32Mi; less than nothing if it is none."""
    digits = str(text).rstrip("mkMGi")
    unit = UNITS.get(str(text)[len(digits) :])
    return float(digits) * unit if digits.isdecimal() and unit else -1


def is_sized(container: Subject) -> bool:
    requests, limits = container("resources.requests", {}), container("resources.limits", {})
    return all(0 < quantity(requests.get(name)) <= quantity(limits.get(name)) for name in RESOURCES)


def probes_named_port(container: Subject) -> bool:
    named = {port.get("name") for port in container("ports", [])}
    return all(container(f"{probe}.httpGet.port") in named for probe in PROBES)


def image_is_fixed(container: Subject) -> bool:
    _, _, last = container("image", "").rpartition("/")
    _, _, tag = last.partition(":")
    return tag not in ("", "latest")


def mounts_exist(pod: Subject) -> bool:
    """Whether each mounted volume is declared, and each ConfigMap is there with the key that is mounted alone."""
    volumes = {volume["name"]: at(volume, "configMap.name") for volume in pod("volumes", [])}
    maps = {(at(m, "metadata.namespace"), at(m, "metadata.name")): m["data"] for m in pod.manifests.of("ConfigMap")}
    for container in pod("containers"):
        for mount in container.get("volumeMounts", []):
            if mount["name"] not in volumes:
                return False
            map_name = volumes[mount["name"]]
            keys = maps.get((pod.namespace, map_name), {})
            if map_name and (not keys or mount.get("subPath", next(iter(keys))) not in keys):
                return False
    return True


POD_RULES = [
    Rule(
        "unset-resources",
        "kube-linter unset-cpu-requirements, unset-memory-requirements; kube-score",
        containers,
        is_sized,
    ),
    Rule(
        "bounded-volumes",
        "a directory without a limit fills the node",
        pods,
        lambda pod: all("sizeLimit" in at(volume, "emptyDir", {"sizeLimit"}) for volume in pod("volumes", [])),
    ),
    Rule(
        "latest-tag", "kube-linter, kube-score container-image-tag, polaris tagNotSpecified", containers, image_is_fixed
    ),
    Rule(
        "pull-policy",
        "polaris pullPolicyNotAlways: it is said, not left to the tag",
        containers,
        lambda c: c("imagePullPolicy") is not None,
    ),
    Rule(
        "all-probes",
        "kube-linter no-liveness-probe, no-readiness-probe; kube-score, polaris",
        containers,
        lambda container: all(container(probe) for probe in PROBES),
    ),
    Rule(
        "probes-differ",
        "kube-score pod-probes-identical: not ready is no reason for a restart",
        containers,
        lambda container: container("livenessProbe.httpGet.path") != container("readinessProbe.httpGet.path"),
    ),
    Rule("probe-port", "kube-linter liveness-port, readiness-port, startup-port", containers, probes_named_port),
    Rule(
        "duplicate-env-var",
        "kube-linter",
        containers,
        lambda container: len({v["name"] for v in container("env", [])}) == len(container("env", [])),
    ),
    Rule("volume-mounts", "a pod without its ConfigMap or its key does not start", pods, mounts_exist),
    Rule(
        "non-existent-service-account",
        "kube-linter",
        pods,
        lambda pod: pod.manifests.has("ServiceAccount", pod("serviceAccountName"), pod.namespace),
    ),
]
