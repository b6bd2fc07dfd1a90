"""Rows to ask a model about: like its data, near its boundaries, far away, and not numbers at all.

モデルに問う行：データに似た行、境界に近い行、遠い行、数でない行。
"""

import itertools

import numpy as np
from onnx import ModelProto, numpy_helper
from reference import Reference, Row

LARGEST = float(np.finfo(np.float32).max)
SMALLEST_NORMAL = float(np.finfo(np.float32).tiny)
SMALLEST = float(np.finfo(np.float32).smallest_subnormal)
EXTREMES = [
    0.0, -0.0, SMALLEST, -SMALLEST, SMALLEST_NORMAL, SMALLEST_NORMAL / 3, 1e-20, 1e10, 1e18, -1e18, 1e20, -1e20,
    1e38, LARGEST, -LARGEST, np.inf, -np.inf, np.nan,
]  # fmt: skip


def float32(rows: np.ndarray) -> np.ndarray:
    return np.asarray(rows, dtype=np.float32)


def around(data: np.ndarray, count: int, random: np.random.Generator) -> np.ndarray:
    """Draws rows of the data with noise of half a standard deviation.

    データの行に標準偏差の半分の雑音を加える。
    """
    picked = data[random.integers(len(data), size=count)]
    deviation = np.nanstd(data, axis=0) if np.isnan(data).any() else data.std(axis=0)
    return float32(picked + random.normal(size=picked.shape) * deviation / 2)


def between(data: np.ndarray, count: int, random: np.random.Generator) -> np.ndarray:
    """Draws rows on the lines between two rows of the data, where the boundaries are.

    データの 2 行を結ぶ線上（決定境界のあるところ）の行を取る。
    """
    start, end = data[random.integers(len(data), size=(2, count))]
    return float32(start + (end - start) * random.random((count, 1)))


def rounded(data: np.ndarray, count: int, random: np.random.Generator) -> np.ndarray:
    """Draws rows rounded to one decimal or to integers, which make ties.

    小数第 1 位または整数に丸めた、同点の生じやすい行を取る。
    """
    rows = around(data, count, random)
    return float32(np.where(random.random((count, 1)) < 0.5, np.round(rows, 1), np.round(rows)))


def wide(features: int, count: int, random: np.random.Generator) -> np.ndarray:
    """Draws rows from far outside the data, in ranges from 1e1 to 1e30.

    データから遠い、1e1 から 1e30 までの範囲の行を取る。
    """
    scale = random.choice([1e1, 1e2, 1e3, 1e3, 1e5, 1e10, 1e18, 1e30], size=(count, 1))
    return float32(random.uniform(-1, 1, (count, features)) * scale)


def special(data: np.ndarray, single: list[float] = EXTREMES) -> np.ndarray:
    """Makes rows of one extreme value, ordinary rows with a `single` extreme, and rows of both signs.

    極端な値だけの行、1 つの特徴量だけが極端な行、両方の符号を混ぜた行を作る。
    """
    features = data.shape[1]
    rows = [np.full(features, value) for value in EXTREMES]
    for feature, value in itertools.product(sorted({0, features // 2, features - 1}), single):
        row = data[feature % len(data)].copy()
        row[feature] = value
        rows.append(row)
    signs = np.where(np.arange(features) % 2 == 0, 1.0, -1.0)
    with np.errstate(invalid="ignore"):
        rows += [signs * np.inf, signs * LARGEST, signs * SMALLEST, signs * 0.0, np.where(signs > 0, np.nan, np.inf)]
    return float32(rows)


def thresholds(model: ModelProto, data: np.ndarray, count: int, random: np.random.Generator) -> np.ndarray:
    """Draws rows whose features are thresholds of the model's trees, their neighbours, or missing.

    特徴量が決定木のしきい値かその隣の数、または欠損である行を取る。
    """
    rows = float32(data[random.integers(len(data), size=count)])
    for node in model.graph.node:
        attributes = {attribute.name: attribute for attribute in node.attribute}
        if "nodes_featureids" not in attributes:
            continue
        features = attributes["nodes_featureids"].ints
        tensor = attributes.get("nodes_splits") or attributes.get("nodes_values_as_tensor")
        values = numpy_helper.to_array(tensor.t) if tensor else attributes["nodes_values"].floats
        for feature in set(features):
            own = np.array([v for f, v in zip(features, values, strict=True) if f == feature], dtype=np.float32)
            picked = random.choice(own, size=count)
            picked = np.nextafter(picked, random.choice([-np.inf, np.inf], size=count).astype(np.float32),
                                  where=random.random(count) < 0.5, out=picked.copy())
            picked[random.random(count) < 0.05] = np.nan
            rows[:, feature] = np.where(random.random(count) < 0.8, picked, rows[:, feature])
    return rows


def disagreements(reference: Reference, data: np.ndarray, wanted: int, random: np.random.Generator) -> np.ndarray:
    """Searches the boundaries for rows whose label, a matter of votes, is not the most probable class.

    投票で決まるラベルが最も確からしいクラスと異なる行を、境界付近で探す。
    """
    found: list[np.ndarray] = []
    for row in itertools.chain.from_iterable(between(data, 1000, random) for _ in range(50)):
        answer = reference.answer(row)
        if reference.classes.index(answer.label) != answer.argmax:
            found.append(row)
            if len(found) == wanted:
                break
    return float32(found).reshape(-1, data.shape[1])


def typed(rows: np.ndarray, types: list[str], random: np.random.Generator) -> list[Row]:
    """Gives rows of float32 the types of the features: a float64 is no float32, now and then an integer is one that no
    float tells from its neighbours.

    float32 の行に特徴量の型を与える（float64 は float32 で表せない値に、整数は時に浮動小数点数では区別できない値になる）。
    """
    if set(types) == {"float32"}:
        return list(rows)
    return [[number(value, dtype, random) for value, dtype in zip(row, types, strict=True)] for row in rows]


def number(value: np.float32, dtype: str, random: np.random.Generator) -> float | int:
    if dtype == "float32":
        return value
    if dtype == "float64":
        return np.float64(value) * (1 + random.uniform(-1, 1) * 1e-8)
    if dtype == "bool":
        return int(value > random.uniform(0, 8))
    limits = np.iinfo(dtype)
    if random.random() < 0.02:
        return int(random.choice([limits.min, limits.max, limits.max // 3, -(2**24) - 1]))
    return min(max(int(round(float(value))), int(limits.min)), int(limits.max)) if np.isfinite(value) else 0
