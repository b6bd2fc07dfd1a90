"""promtool over what Prometheus and Grafana are given: configuration, rules, alerts, the dashboard's expressions.

Prometheus と Grafana に渡すものを promtool で検証する。
"""

import json
import re
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import yaml

import metrics
from manifests import Manifests, at

ALERTS_TEST = Path(__file__).with_name("alerts_test.yml")

# What Grafana puts in the place of its variables.
VARIABLES = {"$__rate_interval": "1m", "$job": "model-in-image", "$namespace": ".*", "$pod": ".*"}


def config_map(manifests: Manifests, name: str) -> dict[str, str]:
    return next(item["data"] for item in manifests.of("ConfigMap") if at(item, "metadata.name") == name)


def promtool(*arguments: str, files: dict[str, str]) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            Path(folder, name).write_text(text)
        result = subprocess.run(["promtool", *arguments], cwd=folder, capture_output=True, text=True)
    return [] if result.returncode == 0 else [f"promtool {' '.join(arguments)}: {result.stdout}{result.stderr}"]


def configuration_problems(files: dict[str, str]) -> list[str]:
    lint = ("--lint=all", "--lint-fatal")
    return promtool("check", "config", *lint, "prometheus.yml", files=files) + promtool(
        "check", "rules", *lint, "rules.yml", files=files
    )


def alert_problems(files: dict[str, str], test: str) -> list[str]:
    """The alerts over series written by hand: those that fire and those that must not."""
    return promtool("test", "rules", "alerts_test.yml", files={**files, "alerts_test.yml": test})


def expressions(part: object) -> Iterator[str]:
    """Each `expr` in a dashboard, however deep."""
    if isinstance(part, dict):
        for key, value in part.items():
            if key == "expr":
                yield value
            else:
                yield from expressions(value)
    elif isinstance(part, list):
        for value in part:
            yield from expressions(value)


def filled(expression: str) -> str:
    for variable, value in VARIABLES.items():
        expression = expression.replace(variable, value)
    return expression


def dashboard_problems(dashboard: dict) -> list[str]:
    found = [filled(expression) for expression in expressions(dashboard)]
    if not found:
        return ["the dashboard asks nothing"]
    unknown = [f"the dashboard: a variable that nobody fills: {text}" for text in found if "$" in text]
    ids = [panel["id"] for panel in dashboard["panels"]]
    if len(set(ids)) < len(ids):
        unknown.append("the dashboard: two panels with one id")
    rules = [{"record": f"dashboard:expression:{place}", "expr": text} for place, text in enumerate(found)]
    text = yaml.safe_dump({"groups": [{"name": "dashboard", "rules": rules}]})
    return unknown + promtool("check", "rules", "dashboard.yml", files={"dashboard.yml": text})


def variable_queries(dashboard: dict) -> Iterator[str]:
    """The series in `label_values(series, label)`, by which Grafana fills its variables."""
    for variable in dashboard["templating"]["list"]:
        if found := re.fullmatch(r"label_values\((.+), *\w+\)", variable.get("definition", "")):
            yield filled(found[1])


def name_problems(rules: dict, dashboard: dict) -> list[str]:
    """Metrics and labels that the server does not have."""
    all_rules = [rule for group in rules["groups"] for rule in group["rules"]]
    known = metrics.series() | {rule["record"] for rule in all_rules if "record" in rule}
    used = [filled(e) for e in expressions([rules, dashboard])] + list(variable_queries(dashboard))
    found = []
    for text in used:
        found += [f"no such metric: {name}: {text}" for name in sorted(metrics.names_used(text) - known)]
        found += [f"no such label: {name}: {text}" for name in sorted(metrics.labels_used(text) - metrics.labels())]
    return found


def problems(manifests: Manifests) -> list[str]:
    files = config_map(manifests, "prometheus")
    dashboard = json.loads(config_map(manifests, "model-in-image-dashboard")["model-in-image.json"])
    return (
        configuration_problems(files)
        + alert_problems(files, ALERTS_TEST.read_text())
        + dashboard_problems(dashboard)
        + name_problems(yaml.safe_load(files["rules.yml"]), dashboard)
    )
