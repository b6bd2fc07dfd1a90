"""Reads metrics with the parser of Prometheus's client, and checks what it makes of them.

usage: read_metrics.py FILE [whole]    whole: every family has a series, and they are those that the dashboard knows
"""

import math
import re
import sys
from pathlib import Path

from prometheus_client.metrics_core import Metric
from prometheus_client.parser import text_string_to_metric_families

sys.path.append(str(Path(__file__).parents[2] / "Container" / "manifests"))
from metrics import METRICS  # noqa: E402

NAME = re.compile(r"[a-zA-Z_:][a-zA-Z0-9_:]*")


def check_histogram(family: Metric) -> None:
    """Buckets ascend and are cumulative, and the last of them is the count."""
    series: dict[tuple, list[tuple[float, float]]] = {}
    counts = {}
    for sample in family.samples:
        labels = tuple(sorted((name, value) for name, value in sample.labels.items() if name != "le"))
        if sample.name.endswith("_bucket"):
            series.setdefault(labels, []).append((float(sample.labels["le"]), sample.value))
        elif sample.name.endswith("_count"):
            counts[labels] = sample.value
    assert series.keys() == counts.keys(), f"{family.name}: buckets without a count"
    for labels, buckets in series.items():
        assert buckets == sorted(buckets), f"{family.name}{labels}: {buckets}"
        assert [value for _, value in buckets] == sorted(value for _, value in buckets), f"{family.name}{labels}"
        assert buckets[-1] == (math.inf, counts[labels]), f"{family.name}{labels}: {buckets[-1]}"


def check_known(families: list[Metric]) -> None:
    """Alerts and dashboard are checked against a table; here that table is."""
    live = {}
    for family in families:
        name = family.name + ("_total" if family.type == "counter" else "")
        live[name] = (family.type, set().union(*(sample.labels for sample in family.samples)) - {"le"})
    assert live == METRICS, f"not as in {sys.modules['metrics'].__file__}: {[name for name in live.keys() | METRICS.keys() if live.get(name) != METRICS.get(name)]}"


def main() -> None:
    text = Path(sys.argv[1]).read_text(encoding="utf-8")
    families = list(text_string_to_metric_families(text))
    # The parser takes the ending from a counter's name, which then may be that of a gauge.
    names = [(family.name, family.type) for family in families]
    assert len(names) == len(set(names)), "a family twice"
    seen = set()
    for family in families:
        assert NAME.fullmatch(family.name) and family.documentation and family.samples, family.name
        assert family.type in ("counter", "gauge", "histogram"), f"{family.name} is {family.type}"
        for sample in family.samples:
            key = (sample.name, tuple(sorted(sample.labels.items())))
            assert key not in seen, f"a series twice: {key}"
            seen.add(key)
            assert sample.value >= 0, f"{key}: {sample.value}"
        if family.type == "histogram":
            check_histogram(family)
    if sys.argv[2:] == ["whole"]:
        check_known(families)
    print(f"  {len(families)} families, {len(seen)} series")


main()
