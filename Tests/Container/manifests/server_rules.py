"""What ties the manifests to the binary: its settings, its routes, its version.

マニフェストとバイナリを結ぶこと。設定、経路、版。
"""

import re

from manifests import Manifests, Subject, at, containers, everything, objects, pods
from pod_rules import PROBES
from rule import Rule

NAME = "model-in-image"
MONITORED = "/metrics"
BODY_SIZE = "nginx.ingress.kubernetes.io/proxy-body-size"
SCRAPE = "prometheus.io"
# Seconds from a pod's deletion until the last node makes no more connections to it.
ENDPOINTS_SETTLE = 5


def server_pods(manifests: Manifests) -> list[Subject]:
    return [pod for pod in pods(manifests) if pod.namespace == NAME]


def server_deployments(manifests: Manifests) -> list[Subject]:
    return [item for item in objects("Deployment")(manifests) if item.namespace == NAME]


def server_containers(manifests: Manifests) -> list[Subject]:
    return [container for container in containers(manifests) if container.namespace == NAME]


def server_objects(manifests: Manifests) -> list[Subject]:
    """What carries the server's label; a generated ConfigMap is Grafana's."""
    return [item for item in everything(manifests) if item("metadata.labels.app") == NAME]


def value(container: Subject, name: str) -> str:
    """A setting as the container has it, from its environment or by default."""
    given = {variable["name"]: variable.get("value", "") for variable in container("env", [])}
    return given.get(name, str(container.manifests.server.settings[name].default))


def settings_are_known(container: Subject) -> bool:
    settings = container.manifests.server.settings
    return all(v["name"] in settings and settings[v["name"]].takes(v.get("value", "")) for v in container("env", []))


def outlives_its_drain(pod: Subject) -> bool:
    container = Subject(pod.manifests, pod.item, pod("containers.0"))
    takes = int(value(container, "DRAIN_DELAY")) + int(value(container, "GRACE_PERIOD"))
    return takes < pod("terminationGracePeriodSeconds", 30)


def drains(container: Subject) -> bool:
    return int(value(container, "DRAIN_DELAY")) >= ENDPOINTS_SETTLE


def is_this_version(item: Subject) -> bool:
    return item("metadata.labels", {}).get("app.kubernetes.io/version") == item.manifests.server.version


def image_is_this_version(container: Subject) -> bool:
    """The name may be of any registry; behind the version the tag may tell of model and commit, and then a digest."""
    version = re.escape(container.manifests.server.version)
    image = container("image", "")
    return re.fullmatch(rf".*[^/]:{version}(-[A-Za-z0-9_.-]+)?(@sha256:[0-9a-f]{{64}})?", image) is not None


def scrape_address_is_right(deployment: Subject) -> bool:
    notes = deployment("spec.template.metadata.annotations", {})
    port = str(deployment("spec.template.spec.containers.0.ports.0.containerPort"))
    wanted = {"scrape": "true", "scheme": "http", "port": port, "path": MONITORED}
    return all(notes.get(f"{SCRAPE}/{key}") == value for key, value in wanted.items())


def body_size_is_the_servers(ingress: Subject) -> bool:
    """nginx counts in m of 1024 times 1024 bytes."""
    size = ingress("metadata.annotations", {}).get(BODY_SIZE, "")
    server = next(iter(server_containers(ingress.manifests)))
    return size.endswith("m") and size[:-1].isdecimal() and int(size[:-1]) << 20 == int(value(server, "MAX_BODY"))


def lets_in(path: dict, route: str) -> bool:
    """As an Ingress matches: a prefix ends where an element of the path ends."""
    wanted = path["path"]
    if path["pathType"] == "Exact":
        return route == wanted
    return route == wanted or route.startswith(wanted.rstrip("/") + "/")


def lets_in_the_routes(ingress: Subject) -> bool:
    paths = [path for rule in ingress("spec.rules", []) for path in at(rule, "http.paths", [])]
    routes = ingress.manifests.server.routes
    return (
        all(any(lets_in(path, route) for path in paths) for route in routes if route != MONITORED)
        and all(any(lets_in(path, route) for route in routes) for path in paths)
        and not any(lets_in(path, MONITORED) for path in paths)
    )


SERVER_RULES = [
    Rule("known-settings", "what the binary does not know it does not do", server_containers, settings_are_known),
    Rule(
        "probes-are-routes",
        "a probe of another path never succeeds",
        server_containers,
        lambda c: all(c(f"{probe}.httpGet.path") in c.manifests.server.routes for probe in PROBES),
    ),
    Rule(
        "port",
        "where the binary listens",
        server_containers,
        lambda c: str(c("ports.0.containerPort")) == value(c, "PORT"),
    ),
    Rule("grace-period", "the kubelet kills what drains longer", server_pods, outlives_its_drain),
    Rule("drain-delay", "nodes hear late of a pod's deletion, and send it connections until then", server_containers, drains),
    Rule(
        "image-version",
        "the tag begins with the version of the sources",
        server_containers,
        image_is_this_version,
    ),
    Rule(
        "version-label",
        "the label is the version of the sources",
        server_objects,
        is_this_version,
    ),
    Rule(
        "scrape-annotations",
        "where a Prometheus that goes by them finds the metrics",
        server_deployments,
        scrape_address_is_right,
    ),
    Rule("body-size", "the proxy and the server refuse the same bodies", objects("Ingress"), body_size_is_the_servers),
    Rule("ingress-routes", "every route and no other, without the metrics", objects("Ingress"), lets_in_the_routes),
]
