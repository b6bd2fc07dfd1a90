"""What leads to the pods: Services, network policies, Ingress.

Pod に至る道。Service、NetworkPolicy、Ingress。
"""

from manifests import Subject, at, deployments, objects, pods, selects
from rule import Rule


def port_names(deployment: dict) -> set[str]:
    return {
        port["name"]
        for container in at(deployment, "spec.template.spec.containers")
        for port in container.get("ports", [])
    }


def service_ports_exist(service: Subject) -> bool:
    wanted = {port.get("targetPort") for port in service("spec.ports", [])}
    return wanted != set() and all(wanted <= port_names(d) for d in deployments(service, "spec.selector"))


def policy_ports_exist(policy: Subject) -> bool:
    wanted = {port["port"] for rule in policy("spec.ingress", []) for port in rule.get("ports", [None])}
    return wanted != set() and all(wanted <= port_names(d) for d in deployments(policy, "spec.podSelector.matchLabels"))


def policy_peers_exist(policy: Subject) -> bool:
    """Whether whom a policy names is among the manifests; kube-system is the cluster's."""
    for rule in policy("spec.ingress", []) + policy("spec.egress", []):
        for peer in rule.get("from", []) + rule.get("to", []):
            namespace = at(peer, "namespaceSelector.matchLabels", {}).get(
                "kubernetes.io/metadata.name", policy.namespace
            )
            if namespace == "kube-system":
                continue
            if not policy.manifests.selected(namespace, at(peer, "podSelector.matchLabels")):
                return False
    return True


def has_policy(pod: Subject) -> bool:
    """Whether what goes in and what goes out is each subject to a policy."""
    types = {
        kind
        for policy in objects("NetworkPolicy")(pod.manifests)
        if pod.item in deployments(policy, "spec.podSelector.matchLabels")
        for kind in policy("spec.policyTypes", [])
    }
    return types == {"Ingress", "Egress"}


def backends_exist(ingress: Subject) -> bool:
    ports = {
        (at(service, "metadata.name"), port["name"])
        for service in ingress.manifests.of("Service")
        if at(service, "metadata.namespace") == ingress.namespace
        for port in at(service, "spec.ports")
    }
    return all(
        (at(path, "backend.service.name"), at(path, "backend.service.port.name")) in ports
        for rule in ingress("spec.rules", [])
        for path in at(rule, "http.paths", [])
    )


def every_host_has_tls(ingress: Subject) -> bool:
    hosts = {host for tls in ingress("spec.tls", []) if tls.get("secretName") for host in tls["hosts"]}
    return {rule.get("host") for rule in ingress("spec.rules", [])} == hosts != set()


NETWORK_RULES = [
    Rule("dangling-service", "kube-linter, kube-score", objects("Service"), selects("spec.selector")),
    Rule("target-port", "kube-linter target-port: by name, and there", objects("Service"), service_ports_exist),
    Rule(
        "exposed-services",
        "kube-linter: no load balancer of its own",
        objects("Service"),
        lambda service: service("spec.type") in ("ClusterIP", "NodePort"),
    ),
    Rule(
        "dangling-networkpolicy",
        "kube-linter, kube-score",
        objects("NetworkPolicy"),
        selects("spec.podSelector.matchLabels"),
    ),
    Rule("networkpolicy-port", "only ports that the pods name", objects("NetworkPolicy"), policy_ports_exist),
    Rule("dangling-networkpolicypeer-podselector", "kube-linter", objects("NetworkPolicy"), policy_peers_exist),
    Rule("pod-networkpolicy", "kube-score, polaris missingNetworkPolicy", pods, has_policy),
    Rule("dangling-ingress", "kube-linter", objects("Ingress"), backends_exist),
    Rule("ingress-tls", "polaris tlsSettingsMissing, kube-score", objects("Ingress"), every_host_has_tls),
]
