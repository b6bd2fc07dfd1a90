"""The metrics of the server, and what an expression of PromQL uses.

サーバーのメトリクスと、PromQL の式が使うもの。
"""

import re

# Everything that /metrics tells: each family with its type and its own labels. Compared with a running server by
# Tests/EndToEnd/scripts/check-metrics.sh.
METRICS: dict[str, tuple[str, set[str]]] = {
    "http_requests_total": ("counter", {"handler", "method", "status"}),
    "http_request_duration_seconds": ("histogram", {"handler", "method"}),
    "http_request_size_bytes_total": ("counter", {"handler"}),
    "http_response_size_bytes_total": ("counter", {"handler"}),
    "http_request_errors_total": ("counter", {"reason"}),
    "http_requests_in_flight": ("gauge", set()),
    "http_connections": ("gauge", set()),
    "http_connections_total": ("counter", set()),
    "http_connections_rejected_total": ("counter", {"reason"}),
    "request_predict_seconds": ("histogram", {"model_name"}),
    "model_predictions_total": ("counter", {"model_name", "label"}),
    "log_dropped_total": ("counter", set()),
    "model_info": ("gauge", {"name", "version", "sha256"}),
    "model_server_build_info": ("gauge", {"version"}),
    "process_cpu_seconds_total": ("counter", set()),
    "process_resident_memory_bytes": ("gauge", set()),
    "process_virtual_memory_bytes": ("gauge", set()),
    "process_open_fds": ("gauge", set()),
    "process_max_fds": ("gauge", set()),
    "process_start_time_seconds": ("gauge", set()),
    "process_threads": ("gauge", set()),
}

# What Prometheus adds to each series, by prometheus.yml; and its own metric of a scrape.
TARGET_LABELS = {"job", "instance", "namespace", "pod", "node"}
SCRAPE_METRICS = {"up"}

HISTOGRAM_SERIES = ("_bucket", "_sum", "_count")
KEYWORDS = {"and", "or", "unless", "bool", "offset"}
NAME = r"[a-zA-Z_:][a-zA-Z0-9_:]*"
TEXT = r"\"[^\"]*\""
MATCHERS = rf"\{{(?:[^{{}}\"]|{TEXT})*\}}"
GROUPING = r"\b(?:by|without|on|ignoring|group_left|group_right)\s*\(([^)]*)\)"


def series() -> set[str]:
    names = set(SCRAPE_METRICS)
    for family, (kind, _) in METRICS.items():
        names |= {family + suffix for suffix in HISTOGRAM_SERIES} if kind == "histogram" else {family}
    return names


def labels() -> set[str]:
    return TARGET_LABELS.union({"le"}, *(own for _, own in METRICS.values()))


def names_used(expression: str) -> set[str]:
    """The series an expression asks for: the names in it that are no function, keyword, label or text."""
    bare = re.sub(rf"{MATCHERS}|{TEXT}|\[[^\]]*\]|{GROUPING}", " ", expression)
    names = re.findall(rf"(?<![\w.])({NAME})\b(?!\s*\()", bare)
    return set(names) - KEYWORDS


def labels_used(expression: str) -> set[str]:
    matched = {
        name
        for matchers in re.findall(MATCHERS, expression)
        for name in re.findall(rf"({NAME})\s*(?:=|!)", re.sub(TEXT, "", matchers))
    }
    grouped = {name for names in re.findall(GROUPING, expression) for name in re.findall(NAME, names)}
    return matched | grouped
