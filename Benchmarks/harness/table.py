"""The results as Markdown.

結果を Markdown で書く。
"""

import statistics

from .sections import MEGABYTE, SECTIONS, SUMMARY
from .summary import NAMES, Quantity, machine_line, number, ratio, row


def summary(results: dict) -> list[str]:
    lines = [row("", *(f"{item.title}, {item.unit}" if item.unit else item.title for item in SUMMARY))]
    lines.append(row("---", *["---:"] * len(SUMMARY)))
    for peer in ("server", "floor", "nginx", "fastapi"):
        cells = []
        for item in SUMMARY:
            value, own = item.median(results, peer), item.median(results, "server")
            text = "–" if value is None else number(value)
            cells.append(text if peer == "server" or value is None else f"{text} ({ratio(value, own)})")
        lines.append(row(NAMES[peer], *cells))
    return lines


def batch_line(results: dict) -> list[str]:
    """Says how much of the batch's time is inference.

    バッチの時間のうち推論が占める割合を述べる。
    """
    whole = Quantity("batch", "milliseconds", "").median(results, "server")
    alone = Quantity("inference", "ns_per_row", "", "", 0.01).median(results, "compiled_batch")
    if whole is None or alone is None:
        return []
    return [
        "",
        f"Of the {number(whole)} ms that model-server takes for 10,000 rows, inference alone is {number(alone)} ms; the"
        f" whole is {number(whole / alone)} times that. The rest is reading and writing JSON and the sockets.",
    ]


def connections_line(results: dict) -> list[str]:
    held = results.get("idle_connections")
    if not held:
        return []
    added = (held["resident_bytes"] - held["before_bytes"]) / held["connections"]
    return [
        "",
        f"With {held['connections']:,} idle keep-alive connections model-server has"
        f" {number(held['resident_bytes'] * MEGABYTE)} MB resident, {added:.0f} bytes a connection. What the kernel"
        " keeps for a socket is not in it.",
    ]


def noise_line(results: dict) -> list[str]:
    samples = [
        sample
        for measurement in ("keep_alive", "paced", "one_connection", "pipelined", "heads", "churn", "workers")
        for peer in results.get(measurement, {}).values()
        for sample in peer
    ]
    if not samples:
        return []
    others = [sample["others_busy"] for sample in samples]
    failures = sum(sample["errors"] for sample in samples)
    return [
        "",
        f"While wrk ran, other processes kept {number(statistics.median(others))} cores busy (median; at most"
        f" {number(max(others))}). Failed requests: {failures}.",
    ]


def render(document: dict) -> str:
    """Writes the whole table.md.

    table.md 全体を書く。
    """
    results, plan, tools = document["results"], document["plan"], document["machine"]
    lines = ["# Results", "", f"{machine_line(document)}. Swift {tools['swift']}, nginx {tools['nginx']},"
             f" wrk {tools['wrk']}, Python {tools['python']}.", ""]
    lines.append(f"{plan['rounds']} rounds of {plan['seconds']} s, start-up {plan['startups']} times, peers in turn:"
                 " medians (lowest to highest). Ratios are of medians.")
    lines += noise_line(results)
    if "keep_alive" in results:
        lines += ["", "In parentheses: times model-server's.", "", *summary(results)]
    for section in SECTIONS:
        lines += section.render(results)
        if section.columns[0].measurement == "inference":
            lines += batch_line(results)
        if section.columns[0].measurement == "memory":
            lines += connections_line(results)
    return "\n".join(lines) + "\n"
