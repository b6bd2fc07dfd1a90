"""What is asked of every object: labels, namespace, selectors, access.

すべてのオブジェクトに求められること。ラベル、名前空間、セレクター、権限。
"""

from manifests import Subject, everything, objects
from rule import Rule

LABELS = ("app", *(f"app.kubernetes.io/{name}" for name in ("name", "instance", "version", "component", "part-of")))
LABELLED = (
    "Deployment",
    "Service",
    "ServiceAccount",
    "HorizontalPodAutoscaler",
    "PodDisruptionBudget",
    "NetworkPolicy",
    "Ingress",
    "Role",
    "RoleBinding",
)
MODES = ("enforce", "audit", "warn")


def binding_is_whole(binding: Subject) -> bool:
    role = binding.manifests.has(binding("roleRef.kind"), binding("roleRef.name"), binding.namespace)
    return role and all(binding.manifests.has(s["kind"], s["name"], s["namespace"]) for s in binding("subjects", []))


def keeps_its_selector(deployment: Subject) -> bool:
    wanted = deployment("spec.selector.matchLabels", {})
    return wanted != {} and wanted.items() <= deployment("spec.template.metadata.labels", {}).items()


OBJECT_RULES = [
    Rule(
        "kind",
        "a kind that no rule looks at would pass them all",
        everything,
        lambda item: item.item["kind"] in (*LABELLED, "Namespace", "ConfigMap"),
    ),
    Rule(
        "labels",
        "kubernetes.io recommended labels; polaris",
        objects(*LABELLED),
        lambda item: all(item("metadata.labels", {}).get(name) for name in LABELS),
    ),
    Rule(
        "labels-of-pods",
        "kubernetes.io recommended labels",
        objects("Deployment"),
        lambda item: all(item("spec.template.metadata.labels", {}).get(name) for name in LABELS),
    ),
    Rule(
        "metadata-and-instance-mismatched",
        "polaris metadataAndInstanceMismatched",
        objects("Deployment"),
        lambda item: item("metadata.labels", {}).get("app.kubernetes.io/instance") == item("metadata.name"),
    ),
    Rule(
        "use-namespace",
        "kube-linter: what is applied has its namespace, and it is one of these",
        everything,
        lambda item: item.item["kind"] == "Namespace" or item.manifests.has("Namespace", item.namespace, None),
    ),
    Rule(
        "restricted-namespace",
        "PSS: each mode, with the version it means",
        objects("Namespace"),
        lambda item: all(
            item("metadata.labels", {}).get(f"pod-security.kubernetes.io/{mode}") == "restricted"
            and item("metadata.labels", {}).get(f"pod-security.kubernetes.io/{mode}-version")
            for mode in MODES
        ),
    ),
    Rule("mismatching-selector", "kube-linter, kube-score", objects("Deployment"), keeps_its_selector),
    Rule(
        "least-access",
        "kube-linter access-to-secrets, wildcard-in-rules: it reads pods",
        objects("Role", "ClusterRole"),
        lambda role: (
            role.item["kind"] == "Role"
            and all(
                r["resources"] == ["pods"] and set(r["verbs"]) <= {"get", "list", "watch"} for r in role("rules", [])
            )
        ),
    ),
    Rule(
        "dangling-binding",
        "a role, and an account to have it",
        objects("RoleBinding", "ClusterRoleBinding"),
        binding_is_whole,
    ),
]
