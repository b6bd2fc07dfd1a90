"""The part of README.md and of its translation that is made of the results.

README.md とその翻訳のうち、結果から作られる部分。
"""

import re
from pathlib import Path

from .summary import Quantity, machine_line, number, ratio
from .table import summary

BEGIN, END = "<!-- made by Benchmarks/run -->\n", "<!-- end -->\n"

# The words of the summary; figures stay as they are.
JAPANESE = {
    "requests/s": "リクエスト/秒",
    "CPU a request, µs": "CPU 時間/リクエスト (µs)",
    "p99 with pauses, µs": "間隔を置いたときの p99 (µs)",
    "start-up, ms": "起動 (ms)",
    "idle, MB": "待機時メモリー (MB)",
    "under load, MB": "負荷時メモリー (MB)",
    "files, MB": "ファイル (MB)",
    "floor (C, parses nothing)": "下限（解析しない C）",
    "nginx, fixed answer": "nginx（固定の応答）",
    "FastAPI + ONNX Runtime": "FastAPI + ONNX Runtime",
}


def times(results: dict) -> tuple[str, str, str]:
    """Writes the time of inference a row, and how many times that ONNX Runtime takes in a batch and in calls of one row.

    1 行の推論時間と、ONNX Runtime がバッチと 1 行ずつの呼び出しで要する倍率を書く。
    """
    compiled, batch, single = (
        Quantity("inference", "ns_per_row", "").median(results, name)
        for name in ("compiled_batch", "onnxruntime_batch", "onnxruntime_single")
    )
    return number(compiled), ratio(batch, compiled), ratio(single, compiled)


def english(document: dict) -> list[str]:
    """Writes the summary, the times of inference, and where they were measured.

    要約の表、推論時間、計測環境を英語で書く。
    """
    row, batch, single = times(document["results"])
    return [
        *summary(document["results"]),
        "",
        f"Inference alone takes {row} ns a row; ONNX Runtime on one thread takes {batch} that"
        f" in a batch of 10,000 rows and {single} in calls of one row.",
        "",
        f"Measured on {machine_line(document)}.",
    ]


def japanese(document: dict) -> list[str]:
    """Writes the same in Japanese.

    同じものを日本語で書く。
    """
    row, batch, single = (text.replace("×", "倍") for text in times(document["results"]))
    table = "\n".join(summary(document["results"]))
    for words, translation in JAPANESE.items():
        if f"| {words} |" not in table:
            raise RuntimeError(f"the summary has no {words!r} to translate")
        table = table.replace(f"| {words} |", f"| {translation} |")
    machine = re.sub(r"([0-9]+) cores?", r"\1 コア", machine_line(document))
    return [
        table,
        "",
        f"推論だけなら 1 行あたり {row} ns です。",
        f"1 スレッドの ONNX Runtime は、10,000 行のバッチで {batch}、1 行ずつの呼び出しで {single}の時間を要します。",
        "",
        f"計測環境: {machine}",
    ]


def update(folder: Path, document: dict) -> None:
    """Puts the sections between their two marks.

    二つの印の間を書き換える。
    """
    for name, section in (("README.md", english), ("README.ja.md", japanese)):
        path = folder / name
        text = path.read_text(encoding="utf-8")
        before, begin, rest = text.partition(BEGIN)
        _, end, after = rest.partition(END)
        if not begin or not end:
            raise RuntimeError(f"{path} has no place for the results")
        made = "\n".join(section(document)) + "\n"
        path.write_text(before + begin + made + end + after, encoding="utf-8")
