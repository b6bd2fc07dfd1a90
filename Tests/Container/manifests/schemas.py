"""Strict validation against the schemas of Kubernetes: a field that a version does not know is an error.

Kubernetes のスキーマによる厳密な検証。未知のフィールドはエラーとする。
"""

import json
from functools import cache

import kubernetes_validate
from kubernetes_validate import utils

OLDEST = (1, 29)

# The schemas are read for each object otherwise, which takes minutes.
utils.schema_contents = cache(utils.schema_contents)


def versions() -> list[str]:
    known = [utils.major_minor(version) for version in utils.all_versions()]
    return [version for version in known if tuple(map(int, version.split("."))) >= OLDEST]


@cache
def problem(text: str, version: str) -> str | None:
    try:
        kubernetes_validate.validate(json.loads(text), version, strict=True)
    except kubernetes_validate.ValidationError as error:
        return f"{'.'.join(map(str, error.path))}: {error.message}"
    except utils.SchemaNotFoundError as error:
        return error.message
    return None


def problems(where: str, items: list[dict]) -> list[str]:
    found = []
    for item in items:
        for version in versions():
            if text := problem(json.dumps(item, sort_keys=True), version):
                found.append(f"{where}: {item['kind']} {item['metadata']['name']}: Kubernetes {version}: {text}")
    return found
