"""For each rule a manifest that breaks it: one value of what is otherwise right, replaced.

規則ごとに、それに反するマニフェスト。正しいものの値を一つだけ置き換える。
"""

from typing import NamedTuple

REMOVED = object()


class Mutation(NamedTuple):
    rule: str
    manifests: str
    kind: str
    name: str
    path: str
    value: object


POD = "spec.template.spec"
CONTAINER = f"{POD}.containers.0"
SECURITY = f"{CONTAINER}.securityContext"
SPREAD = f"{POD}.topologySpreadConstraints"
TERM = f"{POD}.affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution.0.podAffinityTerm"
OTHER = {"app": "other"}


def base(rule: str, kind: str, path: str, value: object) -> Mutation:
    return Mutation(rule, "base", kind, "model-in-image", path, value)


def deployment(rule: str, path: str, value: object) -> Mutation:
    return base(rule, "Deployment", path, value)


def production(rule: str, kind: str, path: str, value: object) -> Mutation:
    return Mutation(rule, "production", kind, "model-in-image", path, value)


def monitoring(rule: str, kind: str, name: str, path: str, value: object) -> Mutation:
    return Mutation(rule, "monitoring", kind, name, path, value)


def ingress(rule: str, path: str, value: object) -> Mutation:
    return Mutation(rule, "ingress", "Ingress", "model-in-image", path, value)


MUTATIONS = [
    deployment("run-as-non-root-of-pod", f"{POD}.securityContext.runAsNonRoot", False),
    deployment("run-as-non-root-of-container", f"{SECURITY}.runAsNonRoot", REMOVED),
    deployment("seccomp-profile-of-pod", f"{POD}.securityContext.seccompProfile", REMOVED),
    deployment("seccomp-profile-of-container", f"{SECURITY}.seccompProfile.type", "Unconfined"),
    deployment("high-user-and-group", f"{SECURITY}.runAsUser", 0),
    deployment("high-user-and-group", f"{SECURITY}.runAsGroup", REMOVED),
    deployment("privilege-escalation-container", f"{SECURITY}.allowPrivilegeEscalation", True),
    deployment("privileged-container", f"{SECURITY}.privileged", True),
    deployment("no-read-only-root-fs", f"{SECURITY}.readOnlyRootFilesystem", REMOVED),
    deployment("drop-all-capabilities", f"{SECURITY}.capabilities.drop", ["NET_RAW"]),
    deployment("drop-all-capabilities", f"{SECURITY}.capabilities.add", ["SYS_ADMIN"]),
    deployment("host-namespaces", f"{POD}.hostNetwork", True),
    deployment("restricted-volumes", f"{POD}.volumes", [{"name": "root", "hostPath": {"path": "/"}}]),
    deployment("bounded-volumes", f"{POD}.volumes", [{"name": "data", "emptyDir": {}}]),
    deployment("host-port", f"{CONTAINER}.ports.0.hostPort", 8000),
    deployment("service-account-token", f"{POD}.automountServiceAccountToken", REMOVED),
    deployment("default-service-account", f"{POD}.serviceAccountName", REMOVED),
    deployment("service-links", f"{POD}.enableServiceLinks", REMOVED),
    deployment("unset-resources", f"{CONTAINER}.resources.limits.memory", REMOVED),
    deployment("unset-resources", f"{CONTAINER}.resources.requests.cpu", "1"),
    deployment("unset-resources", f"{CONTAINER}.resources.requests.memory", "97Mi"),
    deployment("latest-tag", f"{CONTAINER}.image", "model-in-image:latest"),
    deployment("latest-tag", f"{CONTAINER}.image", "registry:5000/model-in-image"),
    deployment("pull-policy", f"{CONTAINER}.imagePullPolicy", REMOVED),
    deployment("all-probes", f"{CONTAINER}.livenessProbe", REMOVED),
    deployment("probes-differ", f"{CONTAINER}.livenessProbe.httpGet.path", "/v2/health/ready"),
    deployment("probe-port", f"{CONTAINER}.readinessProbe.httpGet.port", "htpp"),
    deployment("no-secret-in-environment", f"{CONTAINER}.env.0.name", "ADMIN_PASSWORD"),
    deployment("duplicate-env-var", f"{CONTAINER}.env.1.name", "LOG_LEVEL"),
    deployment("no-rolling-update-strategy", "spec.strategy.rollingUpdate.maxUnavailable", 1),
    deployment("rollout-ends", "spec.progressDeadlineSeconds", REMOVED),
    deployment("minimum-replicas", "spec.replicas", 1),
    base("minimum-replicas", "HorizontalPodAutoscaler", "spec.minReplicas", 1),
    production("minimum-replicas", "HorizontalPodAutoscaler", "spec.minReplicas", 1),
    production("minimum-replicas", "HorizontalPodAutoscaler", "spec.scaleTargetRef.name", "model"),
    deployment("no-anti-affinity", f"{POD}.affinity", REMOVED),
    deployment("no-anti-affinity", f"{TERM}.labelSelector.matchLabels", OTHER),
    deployment("spread-over-zone", f"{SPREAD}.0.topologyKey", "zone"),
    deployment("spread-over-hostname", f"{SPREAD}.1.labelSelector.matchLabels", OTHER),
    deployment("kind", "kind", "StatefulSet"),
    base("labels", "Service", "metadata.labels", {"app": "model-in-image"}),
    deployment("labels-of-pods", "spec.template.metadata.labels", {"app": "model-in-image"}),
    deployment("metadata-and-instance-mismatched", "metadata.labels", OTHER),
    base("use-namespace", "Service", "metadata.namespace", REMOVED),
    base("use-namespace", "Service", "metadata.namespace", "default"),
    base("restricted-namespace", "Namespace", "metadata.labels", {"pod-security.kubernetes.io/enforce": "restricted"}),
    deployment("mismatching-selector", "spec.selector.matchLabels", OTHER),
    base("dangling-service", "Service", "spec.selector", OTHER),
    base("target-port", "Service", "spec.ports.0.targetPort", 8000),
    base("exposed-services", "Service", "spec.type", "LoadBalancer"),
    base("dangling-networkpolicy", "NetworkPolicy", "spec.podSelector.matchLabels", OTHER),
    base("networkpolicy-port", "NetworkPolicy", "spec.ingress.0.ports.0.port", "https"),
    monitoring(
        "dangling-networkpolicypeer-podselector",
        "NetworkPolicy",
        "grafana",
        "spec.egress.0.to.0.podSelector.matchLabels",
        OTHER,
    ),
    base("pod-networkpolicy", "NetworkPolicy", "spec.policyTypes", ["Ingress"]),
    base("dangling-poddisruptionbudget", "PodDisruptionBudget", "spec.selector.matchLabels", OTHER),
    base("deployment-has-poddisruptionbudget", "PodDisruptionBudget", "spec.selector.matchLabels", OTHER),
    base("pdb-max-unavailable", "PodDisruptionBudget", "spec.maxUnavailable", 0),
    base("pdb-unhealthy-pod-eviction-policy", "PodDisruptionBudget", "spec.unhealthyPodEvictionPolicy", REMOVED),
    base("dangling-horizontalpodautoscaler", "HorizontalPodAutoscaler", "spec.scaleTargetRef.name", "model"),
    base("hpa-minimum-three-replicas", "HorizontalPodAutoscaler", "spec.minReplicas", 2),
    base("hpa-range", "HorizontalPodAutoscaler", "spec.maxReplicas", 3),
    base("hpa-behaviour", "HorizontalPodAutoscaler", "spec.behavior", REMOVED),
    deployment("non-existent-service-account", f"{POD}.serviceAccountName", "model"),
    monitoring("volume-mounts", "Deployment", "prometheus", f"{POD}.volumes.0.configMap.name", "missing"),
    monitoring("volume-mounts", "Deployment", "prometheus", f"{CONTAINER}.volumeMounts.0.name", "missing"),
    monitoring("volume-mounts", "Deployment", "grafana", f"{CONTAINER}.volumeMounts.0.subPath", "missing.yml"),
    monitoring("least-access", "Role", "prometheus", "rules.0.resources", ["secrets"]),
    monitoring("least-access", "Role", "prometheus", "rules.0.verbs", ["*"]),
    monitoring("dangling-binding", "RoleBinding", "prometheus", "subjects.0.namespace", "model-in-image"),
    ingress("dangling-ingress", "spec.rules.0.http.paths.0.backend.service.port.name", "https"),
    ingress("dangling-ingress", "spec.rules.0.http.paths.0.backend.service.name", "model"),
    ingress("ingress-tls", "spec.tls.0.hosts.0", "other.example.com"),
    ingress("ingress-tls", "spec.tls", REMOVED),
    deployment("known-settings", f"{CONTAINER}.env.0.name", "LOGLEVEL"),
    deployment("known-settings", f"{CONTAINER}.env.2.value", "5s"),
    deployment("known-settings", f"{CONTAINER}.env.2.value", "3601"),
    deployment("probes-are-routes", f"{CONTAINER}.startupProbe.httpGet.path", "/healthz"),
    deployment("port", f"{CONTAINER}.ports.0.containerPort", 8080),
    deployment("grace-period", f"{POD}.terminationGracePeriodSeconds", 25),
    deployment("drain-delay", f"{CONTAINER}.env.2.value", "0"),
    deployment("image-version", f"{CONTAINER}.image", "model-in-image:0.0.1"),
    deployment("image-version", f"{CONTAINER}.image", "model-in-image:0.1.01"),
    deployment("image-version", f"{CONTAINER}.image", "registry:5000/0.1.0"),
    deployment("image-version", f"{CONTAINER}.image", "model-in-image@sha256:" + 64 * "0"),
    base(
        "version-label", "Service", "metadata.labels", {"app": "model-in-image", "app.kubernetes.io/version": "0.0.1"}
    ),
    deployment(
        "scrape-annotations",
        "spec.template.metadata.annotations",
        {"prometheus.io/scrape": "true", "prometheus.io/port": "9090", "prometheus.io/path": "/metrics"},
    ),
    deployment("scrape-annotations", "spec.template.metadata.annotations", REMOVED),
    ingress("body-size", "metadata.annotations", {"nginx.ingress.kubernetes.io/proxy-body-size": "8m"}),
    ingress("ingress-routes", "spec.rules.0.http.paths.6.path", "/v3"),
    ingress("ingress-routes", "spec.rules.0.http.paths.0.pathType", "Prefix"),
]
