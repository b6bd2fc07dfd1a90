"""Medians and ranges of samples, and how they are written.

標本の中央値と範囲、およびその表記。
"""

import statistics
from dataclasses import dataclass

NAMES = {
    "floor": "floor (C, parses nothing)",
    "server": "model-server",
    "nginx": "nginx, fixed answer",
    "fastapi": "FastAPI + ONNX Runtime",
    "fastapi_tuned": "the same, tuned",
    "same_heads": "one identifier for all",
    "other_heads": "an identifier each",
    "1": "model-server, 1 worker",
    "2": "model-server, 2 workers",
    "compiled_batch": "compiled model, row after row",
    "onnxruntime_batch": "ONNX Runtime, one batch",
    "onnxruntime_single": "ONNX Runtime, a call a row",
}


@dataclass(frozen=True)
class Quantity:
    """One measured value: where it is in results.json, its title, and the unit it is shown in.

    計測値一つ（results.json での位置、見出し、表示単位）。
    """

    measurement: str
    key: str
    title: str
    unit: str = ""
    scale: float = 1

    def values(self, results: dict, peer: str) -> list[float]:
        """Lists the samples of a peer in the unit shown, empty where it was not measured.

        対象の標本を表示単位で挙げる（計測していなければ空）。
        """
        samples = results.get(self.measurement, {}).get(peer, [])
        return [sample[self.key] * self.scale for sample in (samples if isinstance(samples, list) else [samples])]

    def median(self, results: dict, peer: str) -> float | None:
        values = self.values(results, peer)
        return statistics.median(values) if values else None


def number(value: float) -> str:
    """Writes three digits or more.

    3 桁以上で書く。
    """
    digits = 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2
    return f"{value:,.{digits}f}"


def with_range(values: list[float]) -> str:
    """Writes the median, and where there are several samples the lowest and the highest.

    中央値を書き、標本が複数あれば最小値と最大値を添える。
    """
    text = number(statistics.median(values))
    return text if len(values) == 1 else f"{text} ({number(min(values))} to {number(max(values))})"


def row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def ratio(value: float | None, base: float | None) -> str:
    return "" if value is None or not base else f"{number(value / base)} ×"


def machine_line(results: dict) -> str:
    machine = results["machine"]
    cores = f"{machine['cores']} core" + ("s" if machine["cores"] != 1 else "")
    return f"{machine['date']}, {machine['cpu']}, {cores}, {machine['kernel']}, {machine['system']}"
