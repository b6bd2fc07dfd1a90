"""The objects of a folder of manifests, and how rules look at them.

マニフェストの集まりと、規則からの見方。
"""

import subprocess
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

REPOSITORY = Path(__file__).resolve().parents[3]
KUBERNETES = REPOSITORY / "k8s"


@dataclass(frozen=True)
class Manifests:
    """What is applied together, and what the binary it runs says of itself."""

    name: str
    items: list[dict]
    server: Any

    def of(self, *kinds: str) -> Iterator[dict]:
        return (item for item in self.items if item["kind"] in kinds)

    def has(self, kind: str, name: str, namespace: str | None) -> bool:
        return any(at(i, "metadata.name") == name and at(i, "metadata.namespace") == namespace for i in self.of(kind))

    def selected(self, namespace: str, labels: dict | None) -> list[dict]:
        """The Deployments in a namespace whose pods carry all of the labels; no labels select nothing."""
        return [
            deployment
            for deployment in self.of("Deployment")
            if at(deployment, "metadata.namespace") == namespace
            and labels
            and labels.items() <= at(deployment, "spec.template.metadata.labels", {}).items()
        ]


@dataclass(frozen=True)
class Subject:
    """What a rule looks at: an object, the specification of its pods, or one of its containers."""

    manifests: Manifests
    item: dict
    part: dict

    def __call__(self, path: str, default: Any = None) -> Any:
        return at(self.part, path, default)

    @cached_property
    def namespace(self) -> str:
        return at(self.item, "metadata.namespace", "")

    def __str__(self) -> str:
        return f"{self.manifests.name}: {self.item['kind']} {self.item['metadata']['name']}"


def at(part: Any, path: str, default: Any = None) -> Any:
    """The value at a path of keys and positions, `spec.ports.0.name`; the default where there is none."""
    for key in path.split("."):
        if isinstance(part, list) and key.isdigit() and int(key) < len(part):
            part = part[int(key)]
        elif isinstance(part, dict) and key in part:
            part = part[key]
        else:
            return default
    return part


Subjects = Callable[[Manifests], Iterable[Subject]]


def objects(*kinds: str) -> Subjects:
    return lambda manifests: [Subject(manifests, item, item) for item in manifests.of(*kinds)]


def pods(manifests: Manifests) -> list[Subject]:
    return [Subject(manifests, item, at(item, "spec.template.spec")) for item in manifests.of("Deployment")]


def containers(manifests: Manifests) -> list[Subject]:
    return [Subject(manifests, pod.item, part) for pod in pods(manifests) for part in pod("containers") + pod("initContainers", [])]


def everything(manifests: Manifests) -> list[Subject]:
    return [Subject(manifests, item, item) for item in manifests.items]


def deployments(subject: Subject, selector: str) -> list[dict]:
    """The Deployments whose pods a selector of an object in the same namespace means."""
    return subject.manifests.selected(subject.namespace, subject(selector))


def selects(selector: str) -> Callable[[Subject], bool]:
    return lambda subject: len(deployments(subject, selector)) > 0


def read(text: str) -> list[dict]:
    return [item for item in yaml.safe_load_all(text) if item is not None]


def build(folder: Path) -> list[dict]:
    """What kustomize makes of a folder; a warning is an error."""
    result = subprocess.run(["kubectl", "kustomize", folder], capture_output=True, text=True)
    if result.returncode != 0 or result.stderr:
        raise SystemExit(f"{folder}: kubectl kustomize: {result.stderr}")
    return read(result.stdout)
