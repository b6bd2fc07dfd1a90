"""Shows each check something wrong; one that does not see it is an error.

各検査に誤ったものを見せ、見逃せばエラーとする。
"""

import copy
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import yaml

import linters
import monitoring
import promises
import schemas
from manifests import KUBERNETES, Manifests, at, build
from mutations import MUTATIONS, REMOVED
from rule import EXCEPTION, Rule, judge


def changed(manifests: Manifests, kind: str, name: str, path: str, value: object) -> Manifests:
    """The same manifests but for one value, which is set or taken away."""
    items = copy.deepcopy(manifests.items)
    item = next(i for i in items if i["kind"] == kind and at(i, "metadata.name") == name)
    parent, _, key = path.rpartition(".")
    container = at(item, parent) if parent else item
    position = int(key) if isinstance(container, list) else key
    if value is REMOVED:
        del container[position]
    else:
        container[position] = value
    return Manifests(manifests.name, items, manifests.server)


def rule_problems(rules: list[Rule], every: dict[str, Manifests]) -> list[str]:
    by_name = {rule.name: rule for rule in rules}
    unbroken = by_name.keys() - {row.rule for row in MUTATIONS}
    found = [f"no manifest breaks {name}: add a row to mutations.py" for name in sorted(unbroken)]
    for row in MUTATIONS:
        bad = changed(every[row.manifests], row.kind, row.name, row.path, row.value)
        if not judge(by_name[row.rule], bad).broken:
            found.append(f"{row.rule} does not see that {row.kind} {row.name} has a wrong {row.path}")
    return found


def exception_problems(rules: list[Rule], base: Manifests) -> list[str]:
    """An exception counts where it is needed and says why, and nowhere else."""
    rule = next(rule for rule in rules if rule.name == "minimum-replicas")
    single = changed(base, "Deployment", "model-in-image", "spec.replicas", 1)
    rows = [
        ("without a reason", single, "yes", False),
        ("with a reason", single, "one is enough here", True),
        ("that is not needed", base, "one is enough here", False),
    ]
    found = []
    for label, manifests, reason, accepted in rows:
        notes = {EXCEPTION + rule.name: reason}
        noted = changed(manifests, "Deployment", "model-in-image", "metadata.annotations", notes)
        if (judge(rule, noted).broken == []) is not accepted:
            found.append(f"an exception {label} is {'refused' if accepted else 'taken'}")
    return found


def promise_problems(every: dict[str, Manifests]) -> list[str]:
    return [
        f"nobody sees that {promise.name} has a wrong {promise.path}"
        for promise in promises.PROMISES
        if not promises.problems(changed(every[promise.manifests], *promise[1:4], "wrong"))
    ]


def with_files(files: dict[str, str], check: Callable[[Path], list[str]]) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            Path(folder, name).write_text(text)
        return check(Path(folder))


def refusal(folder: Path) -> list[str]:
    try:
        build(folder)
    except SystemExit as error:
        return [str(error)]
    return []


def stale(change: Callable[[Path], object]) -> list[str]:
    """What `k8s/render --check` says after a change to a copy of the folder."""
    with tempfile.TemporaryDirectory() as folder:
        copied = Path(shutil.copytree(KUBERNETES, Path(folder, "k8s")))
        change(copied / "overlays" / "minikube" / "plain")
        result = subprocess.run([sys.executable, copied / "render", "--check"], capture_output=True, text=True)
        return [result.stdout] if result.returncode == 1 else []


def check_rows(every: dict[str, Manifests]) -> list[tuple[str, Callable[[], list[str]], str]]:
    """What is wrong, the check that is shown it, and a word of what it has to say."""
    base, watched = every["base"], every["monitoring"]
    files = monitoring.config_map(watched, "prometheus")
    alerts = monitoring.ALERTS_TEST.read_text()

    def schema(path: str, value: object) -> Callable[[], list[str]]:
        return lambda: schemas.problems("", changed(base, "Deployment", "model-in-image", path, value).items)

    def scanned(path: str, value: object) -> Callable[[], list[str]]:
        text = yaml.safe_dump_all(changed(base, "Deployment", "model-in-image", path, value).items)
        return lambda: with_files({"all.yml": text}, lambda folder: linters.checkov(folder)[0])

    def configured(name: str, old: str, new: str) -> dict[str, str]:
        if old not in files[name]:
            raise SystemExit(f"{name} does not say {old!r} any more: adapt {__file__}")
        return {**files, name: files[name].replace(old, new)}

    def drawn(expression: str) -> dict:
        return {"panels": [{"id": 1, "expr": expression}], "templating": {"list": []}}

    def names(expression: str) -> list[str]:
        return monitoring.name_problems({"groups": []}, drawn(expression))

    profile = {"type": "RuntimeDefault"}
    return [
        ("a typo in a field", schema("spec.replica", 4), "replica"),
        ("a text for a number", schema("spec.replicas", "4"), "spec.replicas"),
        ("a field of 1.30", schema("spec.template.spec.securityContext.appArmorProfile", profile), "Kubernetes 1.29"),
        ("a version that is gone", schema("apiVersion", "extensions/v1beta1"), "extensions/v1beta1"),
        (
            "a privileged container",
            scanned("spec.template.spec.containers.0.securityContext.privileged", True),
            "CKV_K8S_16",
        ),
        (
            "an exception from checkov without a reason",
            scanned("metadata.annotations", {"checkov.io/skip1": "CKV_K8S_15=no"}),
            "without a reason",
        ),
        ("nothing for checkov", lambda: with_files({}, lambda folder: linters.checkov(folder)[0]), "nothing"),
        ("a wrong indentation", lambda: with_files({"a.yml": "---\na:\n- b\n"}, linters.yamllint), "indentation"),
        (
            "an unknown field of kustomize",
            lambda: with_files({"kustomization.yml": "resource: []\n"}, refusal),
            "resource",
        ),
        ("a plain file by hand", lambda: stale(lambda p: (p / "hpa.yml").write_text("---\n")), "hpa.yml"),
        ("a plain file too many", lambda: stale(lambda p: (p / "pod.yml").write_text("---\n")), "pod.yml"),
        ("a plain file too few", lambda: stale(lambda p: (p / "service.yml").unlink()), "service.yml"),
        (
            "an unknown field of Prometheus",
            lambda: monitoring.configuration_problems(configured("prometheus.yml", "scrape_timeout", "timeout")),
            "timeout",
        ),
        (
            "a rule that does not parse",
            lambda: monitoring.configuration_problems(
                configured("rules.yml", "sum by (handler) (", "sum by handler (")
            ),
            "parse",
        ),
        (
            "an alert that is too quiet",
            lambda: monitoring.alert_problems(configured("rules.yml", "> 0.01", "> 0.9"), alerts),
            "ModelServerFails",
        ),
        (
            "an alert that is too loud",
            lambda: monitoring.alert_problems(configured("rules.yml", "> 0.01", ">= 0"), alerts),
            "firing",
        ),
        ("a panel that does not parse", lambda: monitoring.dashboard_problems(drawn("sum(")), "parse"),
        ("an unknown variable", lambda: monitoring.dashboard_problems(drawn('up{pod="$node"}')), "nobody fills"),
        ("a dashboard of nothing", lambda: monitoring.dashboard_problems({"panels": []}), "nothing"),
        ("an unknown metric", lambda: names("sum(rate(http_request_total[5m]))"), "http_request_total"),
        (
            "a histogram without its suffix",
            lambda: names("rate(request_predict_seconds[5m])"),
            "request_predict_seconds",
        ),
        ("an unknown label in a matcher", lambda: names('http_connections{code="200"}'), "code"),
        ("an unknown label of a group", lambda: names("sum by (code) (http_connections)"), "code"),
        ("a metric that no rule records", lambda: names("job:http_requests:rate5m"), "job:http_requests"),
    ]


def problems(rules: list[Rule], every: dict[str, Manifests]) -> list[str]:
    rows = check_rows(every)
    found = rule_problems(rules, every) + exception_problems(rules, every["base"]) + promise_problems(every)
    for label, check, word in rows:
        said = check()
        if not any(word in text for text in said):
            found.append(f"{label}: no check sees it: {said}")
    print(f"  {len(MUTATIONS) + len(promises.PROMISES) + len(rows)} manifests that are wrong are refused")
    return found
