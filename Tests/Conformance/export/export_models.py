"""Exports the conformance set: models/*.onnx, *.label.json, *.vectors.json, the Swift table of the models and MODELS.md.

適合性セットを書き出す：models/*.onnx、*.label.json、*.vectors.json、モデルの Swift 表、および MODELS.md。

    python Tests/Conformance/export/export_models.py
    python models/vectors.py --check Tests/Conformance/models/*.vectors.json

The versions are those of requirements.txt beside it; with them the files come out byte for byte the same on every run.
"""

import json
import sys
import warnings
import zlib
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from skl2onnx import to_onnx
from skl2onnx.common.data_types import (
    BooleanTensorType, DoubleTensorType, FloatTensorType, Int32TensorType, Int64TensorType,
)  # fmt: skip
from sklearn.base import is_classifier
from sklearn.pipeline import Pipeline, make_pipeline

EXPORT = Path(__file__).resolve().parent
MODELS = EXPORT.parent / "models"
TABLE = EXPORT.parent / "ConformanceTable.swift"
sys.path.insert(0, str(EXPORT.parents[2] / "models"))

from catalogue import entries  # noqa: E402
from entry import Entry  # noqa: E402
from page import page  # noqa: E402
from reference import Answer, Reference, Row, write_vectors  # noqa: E402
from rows import EXTREMES, around, between, disagreements, rounded, special, thresholds, typed, wide  # noqa: E402
from serialize import serialize  # noqa: E402


TENSORS = {"float32": FloatTensorType, "float64": DoubleTensorType, "int64": Int64TensorType,
           "int32": Int32TensorType, "bool": BooleanTensorType}  # fmt: skip


def train(entry: Entry) -> Pipeline:
    rows, targets = entry.data
    if entry.targets is not None:
        targets = entry.targets
    if entry.classes:
        targets = np.array(entry.classes)[targets]
    return make_pipeline(*entry.steps, entry.estimator).fit(rows.astype(np.float32), targets)


def rename(model: onnx.ModelProto, labels: list) -> None:
    """Gives all operators that name classes other labels, in the order of the classes.

    クラス名を持つすべての演算子のラベルを、クラスの順に置き換える。
    """
    for node in model.graph.node:
        for attribute in node.attribute:
            if attribute.name.startswith("classlabels_"):
                attribute.CopyFrom(onnx.helper.make_attribute(attribute.name, labels))


def export(entry: Entry) -> bytes:
    if entry.graph:
        return serialize(entry.graph)
    pipeline = train(entry)
    inputs = entry.inputs or [("input", "float32", entry.data[0].shape[1])]
    options = {"zipmap": entry.zipmap} if entry.options is None and is_classifier(pipeline) else entry.options
    model = to_onnx(
        pipeline,
        initial_types=[(name, TENSORS[dtype]([None, width])) for name, dtype, width in inputs],
        options={id(pipeline): options} if options else None,
        target_opset=entry.opsets,
        name=entry.name,
    )
    if entry.renamed:
        rename(model, entry.renamed)
    return serialize(model, entry.infers_shapes)


def label_file(entry: Entry, classes: list) -> dict[str, str]:
    """Names the classes: integers by their decimal text, strings by position, or by themselves if not in order.

    クラスに名前を付ける（整数は 10 進表記、文字列は位置、順序どおりでなければ文字列自身をキーとする）。
    """
    if not classes:
        return {}
    if entry.labels:
        return entry.labels
    if isinstance(classes[0], int):
        return {str(label): f"class {label}" for label in classes}
    if entry.renamed:
        return {label: label for label in classes}
    return {str(index): label for index, label in enumerate(classes)}


def has_probabilities(entry: Entry, reference: Reference) -> bool:
    return hasattr(entry.estimator, "predict_proba") and is_classifier(entry.estimator) and bool(reference.classes)


def rows(entry: Entry, reference: Reference) -> list[Row]:
    """Makes about 300 rows, or fewer if rows are long.

    およそ 300 行、行が長ければより少ない行を作る。
    """
    data = entry.data[0]
    features = data.shape[1]
    random = np.random.default_rng(zlib.crc32(entry.name.encode()))
    scores = len(reference.answer(data[0].astype(np.float32)).scores)
    share = min(entry.rows, 2000 // (features + scores)) // 5
    parts = [
        data[random.permutation(len(data))[:share]].astype(np.float32),
        around(data, share, random),
        between(data, share, random),
        rounded(data, share, random),
        wide(features, share, random),
        special(data, EXTREMES if features + scores < 10 else [1e20, -np.inf, np.nan]),
    ]
    if has_probabilities(entry, reference):
        parts.append(disagreements(reference, data, 5, random))
    model = onnx.load(reference.path)
    if any(node.op_type.startswith("TreeEnsemble") for node in model.graph.node):
        parts.append(thresholds(model, data, share, random))
    made = typed(np.concatenate(parts), reference.types(features), random)
    return [row for row in made if answers(reference, row)]


def answers(reference: Reference, row: Row) -> bool:
    """Whether the reference takes the row: a few operators fail at a NaN.

    基準がその行を受け付けるかどうか（NaN で失敗する演算子がある）。
    """
    try:
        reference.answer(row)
    except onnxruntime.capi.onnxruntime_pybind11_state.Fail:
        return False
    return True


def table(names: list[str]) -> str:
    """Writes the Swift file that names the generated type of every model.

    各モデルの生成型を挙げる Swift ファイルを書く。
    """
    lines = [f'  ConformanceModel("{name}", {"".join(word.capitalize() for word in name.split("_"))}.self),'
             for name in names]  # fmt: skip
    return "\n".join([
        "// DO NOT EDIT. Written by export/export_models.py together with the files of models/.",
        "",
        "/// The models of the conformance set.",
        "/// 適合性セットのモデル。",
        "let conformanceSet: [ConformanceModel] = [",
        *lines,
        "]",
        "",
    ])  # fmt: skip


def summary(entry: Entry, reference: Reference, asked: list[Row], answers: list[Answer]) -> str:
    finite = [answer for row, answer in zip(asked, answers, strict=True) if np.isfinite(np.array(row, dtype=float)).all()]
    odd = sum(not np.isfinite(answer.scores).all() for answer in finite)
    note = ""
    if has_probabilities(entry, reference):
        differing = sum(reference.classes.index(answer.label) != answer.argmax for answer in answers)
        note = f", {differing} with a label that is not the most probable class"
    return f"{entry.name}: {len(answers)} rows{note}" + (f", {odd} finite rows with scores that are not" if odd else "")


def write(entry: Entry) -> None:
    path = MODELS / f"{entry.name}.onnx"
    path.write_bytes(export(entry))
    reference = Reference(path)
    labels = json.dumps(label_file(entry, reference.classes), separators=(",", ":"), ensure_ascii=False)
    path.with_suffix(".label.json").write_text(labels + "\n", encoding="utf-8")
    asked = rows(entry, reference)
    answers = write_vectors(path.with_suffix(".vectors.json"), reference, asked)
    print(summary(entry, reference, asked, answers))


def main() -> None:
    warnings.filterwarnings("ignore", message=".*`probability", category=FutureWarning)
    MODELS.mkdir(exist_ok=True)
    for stale in MODELS.iterdir():
        stale.unlink()
    made = entries()
    for entry in made:
        write(entry)
    TABLE.write_text(table([entry.name for entry in made]), encoding="utf-8")
    (EXPORT.parent / "MODELS.md").write_text(page(made), encoding="utf-8")


if __name__ == "__main__":
    main()
