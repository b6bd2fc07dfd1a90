"""The names and numbers that the specification (base) and the tutorial (minikube) give.

仕様書（base）とチュートリアル（minikube）が定める名前と数値。
"""

from typing import NamedTuple

from manifests import Manifests, at


class Promise(NamedTuple):
    manifests: str
    kind: str
    name: str
    path: str
    value: object


POD = "spec.template.spec.containers.0"
METRIC = "spec.metrics.0.resource"

PROMISES = [
    Promise("base", "Namespace", "model-in-image", "metadata.name", "model-in-image"),
    Promise("base", "Deployment", "model-in-image", "metadata.namespace", "model-in-image"),
    Promise("base", "Deployment", "model-in-image", "spec.replicas", 4),
    Promise("base", "Deployment", "model-in-image", "spec.selector.matchLabels", {"app": "model-in-image"}),
    Promise("base", "Deployment", "model-in-image", f"{POD}.ports.0.containerPort", 8000),
    Promise("base", "Deployment", "model-in-image", f"{POD}.resources.limits.cpu", "500m"),
    Promise("base", "Service", "model-in-image", "spec.type", "ClusterIP"),
    Promise("base", "Service", "model-in-image", "spec.selector", {"app": "model-in-image"}),
    Promise("base", "Service", "model-in-image", "spec.ports.0.port", 8000),
    Promise("base", "HorizontalPodAutoscaler", "model-in-image", "apiVersion", "autoscaling/v2"),
    Promise("base", "HorizontalPodAutoscaler", "model-in-image", "spec.minReplicas", 3),
    Promise("base", "HorizontalPodAutoscaler", "model-in-image", "spec.maxReplicas", 10),
    Promise("base", "HorizontalPodAutoscaler", "model-in-image", f"{METRIC}.name", "cpu"),
    Promise("base", "HorizontalPodAutoscaler", "model-in-image", f"{METRIC}.target.averageUtilization", 50),
    # The autoscaler's alone.
    Promise("production", "Deployment", "model-in-image", "spec.replicas", None),
    Promise("minikube", "Namespace", "model-in-image", "metadata.name", "model-in-image"),
    Promise("minikube", "Deployment", "model-in-image-deployment", "spec.replicas", 2),
    Promise("minikube", "Deployment", "model-in-image-deployment", f"{POD}.image", "model-in-image-pattern:v1.0"),
    Promise("minikube", "Deployment", "model-in-image-deployment", f"{POD}.imagePullPolicy", "Never"),
    Promise("minikube", "Service", "model-in-image-service", "spec.type", "NodePort"),
    Promise("minikube", "Service", "model-in-image-service", "spec.ports.0.port", 8000),
    Promise("minikube", "Service", "model-in-image-service", "spec.ports.0.nodePort", 30080),
    Promise("minikube", "HorizontalPodAutoscaler", "model-in-image-hpa", "spec.minReplicas", 2),
    Promise("minikube", "HorizontalPodAutoscaler", "model-in-image-hpa", "spec.maxReplicas", 10),
    Promise("minikube", "HorizontalPodAutoscaler", "model-in-image-hpa", f"{METRIC}.target.averageUtilization", 70),
]


def problems(manifests: Manifests, promises: list[Promise] = PROMISES) -> list[str]:
    found = []
    for promise in promises:
        if promise.manifests != manifests.name:
            continue
        item = next((i for i in manifests.of(promise.kind) if at(i, "metadata.name") == promise.name), {})
        if at(item, promise.path) != promise.value:
            found.append(f"{manifests.name}: {promise.kind} {promise.name}: {promise.path} is not {promise.value}")
    return found
