"""Checks every manifest (base, overlays as built, plain files), and that each check sees what is wrong.

すべてのマニフェストを検査し、さらに検査自体が誤りを見つけることを確かめる。

usage: check.py, with kubectl and promtool on PATH; needs no cluster and no network
"""

from pathlib import Path

import linters
import monitoring
import promises
import rollout
import schemas
import self_test
from availability_rules import AVAILABILITY_RULES
from manifests import KUBERNETES, REPOSITORY, Manifests, at, build, read
from network_rules import NETWORK_RULES
from object_rules import OBJECT_RULES
from pod_rules import POD_RULES
from rule import judge
from security_rules import SECURITY_RULES
from server import Server, read_server
from server_rules import SERVER_RULES

RULES = [
    *SECURITY_RULES,
    *POD_RULES,
    *AVAILABILITY_RULES,
    *NETWORK_RULES,
    *OBJECT_RULES,
    *SERVER_RULES,
]


def identity(item: dict) -> tuple[str, ...]:
    return item["kind"], at(item, "metadata.namespace", ""), at(item, "metadata.name")


def by_identity(items: list[dict]) -> list[dict]:
    return sorted(items, key=identity)


def plain_problems(manifests: Manifests, files: list[Path]) -> list[str]:
    """Whether the files that are applied one by one are together what kustomize builds, each valid by itself."""
    found, items = [], []
    for file in files:
        inside = read(file.read_text())
        found += schemas.problems(str(file.relative_to(REPOSITORY)), inside)
        items += inside
    if by_identity(items) != by_identity(manifests.items):
        found.append(f"{manifests.name}: the plain files are not what kustomize builds")
    return found


def plain_folder(name: str) -> Path:
    """Where the files are that are applied one by one: the base's own, or those that an overlay is rendered to."""
    return KUBERNETES / "base" if name == "base" else KUBERNETES / "overlays" / name / "plain"


def all_manifests(server: Server) -> list[Manifests]:
    folders = [KUBERNETES / "base", *sorted(path.parent for path in KUBERNETES.glob("overlays/*/kustomization.yml"))]
    return [Manifests(folder.name, build(folder), server) for folder in folders]


def main() -> None:
    server = read_server(REPOSITORY / "Sources" / "ModelServer")
    every = all_manifests(server)
    found, excepted = [], []
    for manifests in every:
        folder = plain_folder(manifests.name)
        files = sorted(path for path in folder.rglob("*.yml") if path.name != "kustomization.yml")
        found += schemas.problems(manifests.name, manifests.items)
        found += plain_problems(manifests, files)
        found += promises.problems(manifests)
        for rule in RULES:
            outcome = judge(rule, manifests)
            found += outcome.broken
            excepted += outcome.excepted
        failed, skipped = linters.checkov(folder)
        found += failed
        excepted += [f"{manifests.name}: {text}" for text in skipped]
        print(f"  {manifests.name}: {len(manifests.items)} objects, {len(files)} files")
    # Podman takes fields that Kubernetes has, and rules about a cluster are not for it.
    found += schemas.problems("podman", build(KUBERNETES / "podman"))
    found += linters.yamllint(KUBERNETES, REPOSITORY / "Tests" / "Container", REPOSITORY / ".github" / "workflows")
    found += rollout.rendered_problems(KUBERNETES) + rollout.problems(RULES, server)
    found += monitoring.problems(next(m for m in every if m.name == "monitoring"))
    found += self_test.problems(RULES, {m.name: m for m in every})
    print(f"  {len(RULES)} rules, Kubernetes {schemas.versions()[0]} to {schemas.versions()[-1]}")
    for text in excepted:
        print(f"  exception: {text}")
    if found:
        raise SystemExit("\n".join(found))


if __name__ == "__main__":
    main()
