"""What Pod Security and the usual checkers ask of every pod against an intruder.

侵入に備えて各 Pod に求められること。

PSS is the profile `restricted` of the Pod Security Standards; kube-score (README_CHECKS.md), kube-linter
(docs/generated/checks.md), polaris (pkg/config/checks), kubesec (ruleset.go). Of these checkers none is run.
"""

from manifests import Subject, containers, pods
from rule import Rule

NUMBERS = ("runAsUser", "runAsGroup")


def is_hardened(container: Subject) -> bool:
    drops, adds = container("securityContext.capabilities.drop", []), container("securityContext.capabilities.add", [])
    return drops == ["ALL"] and not adds


def both_contexts(name: str, source: str, path: str, *values: object) -> list[Rule]:
    """A field of the security context that pod and container each give."""
    return [
        Rule(f"{name}-of-{what}", source, subjects, lambda part: part(f"securityContext.{path}") in values)
        for what, subjects in (("pod", pods), ("container", containers))
    ]


SECURITY_RULES = [
    *both_contexts("run-as-non-root", "PSS; kube-linter, kube-score, polaris, kubesec", "runAsNonRoot", True),
    *both_contexts("seccomp-profile", "PSS; kube-score, polaris, kubesec", "seccompProfile.type", "RuntimeDefault"),
    Rule(
        "high-user-and-group",
        "kube-score container-security-context-user-group-id, kubesec: the number of no account of the node",
        containers,
        lambda container: all((container(f"securityContext.{name}") or 0) >= 10000 for name in NUMBERS),
    ),
    Rule(
        "privilege-escalation-container",
        "PSS; kube-linter, polaris",
        containers,
        lambda container: container("securityContext.allowPrivilegeEscalation") is False,
    ),
    Rule(
        "privileged-container",
        "PSS; kube-linter, kube-score, polaris",
        containers,
        lambda container: container("securityContext.privileged") is False,
    ),
    Rule(
        "no-read-only-root-fs",
        "kube-linter, kube-score, polaris, kubesec",
        containers,
        lambda container: container("securityContext.readOnlyRootFilesystem") is True,
    ),
    Rule("drop-all-capabilities", "PSS; polaris insecureCapabilities, kubesec", containers, is_hardened),
    Rule(
        "host-namespaces",
        "PSS; kube-linter host-network, host-pid, host-ipc",
        pods,
        lambda pod: not any(pod(name) for name in ("hostNetwork", "hostPID", "hostIPC")),
    ),
    Rule(
        "restricted-volumes",
        "PSS; kube-linter sensitive-host-mounts",
        pods,
        lambda pod: all(volume.keys() <= {"name", "configMap", "emptyDir"} for volume in pod("volumes", [])),
    ),
    Rule(
        "host-port",
        "PSS; polaris hostPortSet",
        containers,
        lambda container: not any("hostPort" in port for port in container("ports", [])),
    ),
    Rule(
        "service-account-token",
        "kubesec, polaris automountServiceAccountToken",
        pods,
        lambda pod: pod("automountServiceAccountToken") is False,
    ),
    Rule(
        "default-service-account",
        "kube-linter, kubesec",
        pods,
        lambda pod: pod("serviceAccountName", "default") != "default",
    ),
    Rule(
        "service-links",
        "a variable for every Service is none of its settings",
        pods,
        lambda pod: pod("enableServiceLinks") is False,
    ),
    Rule(
        "no-secret-in-environment",
        "kube-linter env-var-secret",
        containers,
        lambda container: (
            not any(
                word in variable["name"].lower()
                for variable in container("env", [])
                for word in ("password", "secret_key", "token")
            )
        ),
    ),
]
