"""What keeps the service up: rollouts, replicas, where they run, disruptions, autoscaling.

サービスを保つこと。更新、レプリカ、配置、中断、自動スケール。
"""

from manifests import Subject, at, deployments, objects, selects
from rule import Rule

ROLLING = "spec.strategy.rollingUpdate"


def least_replicas(deployment: Subject) -> int:
    """The fewest pods a Deployment has: its own number, which each time it is applied sets again, or its autoscaler's."""
    target = {"apiVersion": "apps/v1", "kind": "Deployment", "name": deployment("metadata.name")}
    autoscalers = [
        hpa
        for hpa in objects("HorizontalPodAutoscaler")(deployment.manifests)
        if hpa.namespace == deployment.namespace and hpa("spec.scaleTargetRef") == target
    ]
    least = [hpa("spec.minReplicas", 1) for hpa in autoscalers]
    own = deployment("spec.replicas")
    return min([own, *least]) if own is not None else min(least, default=1)


def spreads(topology: str) -> Rule:
    def holds(deployment: Subject) -> bool:
        labels = deployment("spec.template.metadata.labels", {})
        return least_replicas(deployment) == 1 or any(
            at(constraint, "topologyKey") == topology
            and at(constraint, "whenUnsatisfiable") == "ScheduleAnyway"
            and at(constraint, "labelSelector.matchLabels", {"": ""}).items() <= labels.items()
            for constraint in deployment("spec.template.spec.topologySpreadConstraints", [])
        )

    source = "kube-score pod-topology-spread-constraints, polaris topologySpreadConstraint"
    return Rule(f"spread-over-{topology.rpartition('/')[2]}", source, objects("Deployment"), holds)


def keeps_apart(deployment: Subject) -> bool:
    labels = deployment("spec.template.metadata.labels", {})
    path = "spec.template.spec.affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution"
    return least_replicas(deployment) == 1 or any(
        at(term, "podAffinityTerm.topologyKey") == "kubernetes.io/hostname"
        and at(term, "podAffinityTerm.labelSelector.matchLabels", {"": ""}).items() <= labels.items()
        for term in deployment(path, [])
    )


def has_budget(deployment: Subject) -> bool:
    return least_replicas(deployment) == 1 or any(
        deployment.item in deployments(budget, "spec.selector.matchLabels")
        for budget in objects("PodDisruptionBudget")(deployment.manifests)
    )


def scales_what_exists(hpa: Subject) -> bool:
    target = hpa("spec.scaleTargetRef", {})
    return target.get("apiVersion") == "apps/v1" and hpa.manifests.has(target["kind"], target["name"], hpa.namespace)


AVAILABILITY_RULES = [
    Rule(
        "no-rolling-update-strategy",
        "kube-linter, polaris: no pod goes before another is there",
        objects("Deployment"),
        lambda deployment: deployment(f"{ROLLING}.maxUnavailable") == 0 and deployment(f"{ROLLING}.maxSurge", 0) > 0,
    ),
    Rule(
        "rollout-ends",
        "a rollout that hangs is told, and old ReplicaSets go",
        objects("Deployment"),
        lambda d: (
            d("spec.progressDeadlineSeconds", 0) > d("spec.minReadySeconds", 0)
            and d("spec.revisionHistoryLimit", 0) > 0
        ),
    ),
    Rule(
        "minimum-replicas",
        "kube-score deployment-replicas, polaris deploymentMissingReplicas",
        objects("Deployment"),
        lambda deployment: least_replicas(deployment) >= 2,
    ),
    Rule(
        "no-anti-affinity",
        "kube-linter, kube-score deployment-has-host-podantiaffinity",
        objects("Deployment"),
        keeps_apart,
    ),
    spreads("topology.kubernetes.io/zone"),
    spreads("kubernetes.io/hostname"),
    Rule(
        "dangling-poddisruptionbudget",
        "kube-score",
        objects("PodDisruptionBudget"),
        selects("spec.selector.matchLabels"),
    ),
    Rule(
        "deployment-has-poddisruptionbudget",
        "kube-score, polaris missingPodDisruptionBudget",
        objects("Deployment"),
        has_budget,
    ),
    Rule(
        "pdb-max-unavailable",
        "kube-linter: a node can be drained",
        objects("PodDisruptionBudget"),
        lambda budget: budget("spec.maxUnavailable", 0) >= 1 and budget("spec.minAvailable") is None,
    ),
    Rule(
        "pdb-unhealthy-pod-eviction-policy",
        "kube-linter",
        objects("PodDisruptionBudget"),
        lambda budget: budget("spec.unhealthyPodEvictionPolicy") == "AlwaysAllow",
    ),
    Rule(
        "dangling-horizontalpodautoscaler",
        "kube-linter, kube-score",
        objects("HorizontalPodAutoscaler"),
        scales_what_exists,
    ),
    Rule(
        "hpa-minimum-three-replicas",
        "kube-linter, polaris hpaMinAvailability",
        objects("HorizontalPodAutoscaler"),
        lambda hpa: hpa("spec.minReplicas", 1) >= 3,
    ),
    Rule(
        "hpa-range",
        "polaris hpaMaxAvailability",
        objects("HorizontalPodAutoscaler"),
        lambda hpa: hpa("spec.maxReplicas", 0) > hpa("spec.minReplicas", 1),
    ),
    Rule(
        "hpa-behaviour",
        "up faster than down",
        objects("HorizontalPodAutoscaler"),
        lambda hpa: (
            hpa("spec.behavior.scaleUp.stabilizationWindowSeconds", 300)
            < hpa("spec.behavior.scaleDown.stabilizationWindowSeconds", 0)
        ),
    ),
]
