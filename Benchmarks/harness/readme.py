"""The part of README.md that is made of the results.

README.md のうち、結果から作られる部分。
"""

from pathlib import Path

from .summary import Quantity, machine_line, number, ratio
from .table import summary

BEGIN, END = "<!-- made by Benchmarks/run -->\n", "<!-- end -->\n"


def section(document: dict) -> str:
    """Writes the summary, the times of inference, and where they were measured.

    要約の表、推論時間、計測環境を書く。
    """
    results = document["results"]
    compiled, batch, single = (
        Quantity("inference", "ns_per_row", "").median(results, name)
        for name in ("compiled_batch", "onnxruntime_batch", "onnxruntime_single")
    )
    lines = [
        *summary(results),
        "",
        f"Inference alone takes {number(compiled)} ns a row; ONNX Runtime on one thread takes {ratio(batch, compiled)} that"
        f" in a batch of 10,000 rows and {ratio(single, compiled)} in calls of one row.",
        "",
        f"Measured on {machine_line(document)}.",
        "",
    ]
    return "\n".join(lines)


def update(path: Path, document: dict) -> None:
    """Puts the section between its two marks.

    二つの印の間を書き換える。
    """
    text = path.read_text(encoding="utf-8")
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise RuntimeError(f"{path} has no place for the results")
    path.write_text(before + begin + section(document) + end + after, encoding="utf-8")
