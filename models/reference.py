"""ONNX Runtime's answers, and the vectors files that keep them.

ONNX Runtime の答えと、それを保存するベクトルファイル。

A vectors file is JSON with one row a line: [features, scores, label, argmax]. The features are those of all inputs, one
behind the other, and the scores those of all outputs but the label. Floats are hexadecimal strings, so that nothing is lost
in decimal text, integers and bools are numbers; a label is the graph's own; argmax is the index of the first largest score,
where NaN counts as larger than any number.
"""

import hashlib
import json
import platform
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
import onnxruntime

THREADS = 1
PROVIDER = "CPUExecutionProvider"


# What a row may be made of, by ONNX Runtime's names.
TYPES = {"tensor(float)": "float32", "tensor(double)": "float64", "tensor(int64)": "int64", "tensor(int32)": "int32",
         "tensor(bool)": "bool"}  # fmt: skip

# One number for each feature: an array, or a list where they are of several types.
Row = np.ndarray | list


@dataclass(frozen=True)
class Input:
    """An input of the graph.

    グラフの入力。
    """

    name: str
    dtype: str
    # None where the graph does not say.
    width: int | None


@dataclass(frozen=True)
class Answer:
    """What the graph answers for one row.

    1 行に対するグラフの答え。
    """

    # One number for each score.
    scores: list[float | int]
    # None where the graph has no label.
    label: int | str | None

    @property
    def argmax(self) -> int:
        return int(np.argmax(self.scores))


def score_classes(model: onnx.ModelProto) -> list[int | str]:
    """Lists the classes in the order of their scores, none for a model without a label; ZipMap makes a map, whose keys
    are in ascending order.

    クラスをスコアの並び順に挙げる（ラベルが無ければ空。ZipMap は写像を作り、そのキーは昇順である）。
    """
    kinds = (onnx.TensorProto.INT64, onnx.TensorProto.INT32, onnx.TensorProto.STRING)
    labels = [
        output.name
        for output in model.graph.output
        if output.type.tensor_type.elem_type in kinds
        # A label for each of several classifications is no label of the row.
        and all(dimension.dim_value < 2 for dimension in output.type.tensor_type.shape.dim)
    ]
    # A position among the scores is a number and names no class.
    if not labels or any(node.op_type == "ArgMax" and labels[0] in node.output for node in model.graph.node):
        return []
    constants = {tensor.name: onnx.numpy_helper.to_array(tensor) for tensor in model.graph.initializer}
    classes: list = []
    for node in model.graph.node:
        attributes = {attribute.name: onnx.helper.get_attribute_value(attribute) for attribute in node.attribute}
        if named := [value for name, value in attributes.items() if name.startswith("classlabels_")]:
            classes = sorted(named[0]) if node.op_type == "ZipMap" else named[0]
        elif node.op_type == "LabelEncoder" and classes and "keys_int64s" in attributes:
            values = attributes.get("values_strings") or attributes["values_int64s"]
            classes = [values[attributes["keys_int64s"].index(label)] for label in classes]
        elif node.op_type == "ArrayFeatureExtractor" and node.input[0] in constants and node.input[1] not in constants:
            # Picked by the index of the greatest score.
            classes = constants[node.input[0]].ravel().tolist()
    return [label.decode() if isinstance(label, bytes) else label for label in classes]


class Reference:
    """One model in ONNX Runtime on one thread, one row a call.

    1 スレッドで 1 行ずつ呼び出す ONNX Runtime 上のモデル。
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        content = path.read_bytes()
        self.sha256 = hashlib.sha256(content).hexdigest()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = THREADS
        options.inter_op_num_threads = THREADS
        options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
        # Errors only: skl2onnx declares [None, classes] for pairwise scores too, which draws a warning on every call.
        options.log_severity_level = 3
        self.session = onnxruntime.InferenceSession(content, options, providers=[PROVIDER])
        self.inputs = [Input(value.name, TYPES[value.type], value.shape[-1]) for value in self.session.get_inputs()]
        self.classes = score_classes(onnx.load_from_string(content))

    def types(self, features: int) -> list[str]:
        """Names the type of each feature of a row.

        行の各特徴量の型を挙げる。
        """
        if len(self.inputs) == 1:
            return [self.inputs[0].dtype] * features
        return [value.dtype for value in self.inputs for _ in range(value.width)]

    def feeds(self, features: Row) -> dict[str, np.ndarray]:
        """Gives each input its features of a row, shape [1, width].

        行の特徴量を各入力に分ける（形は [1, width]）。
        """
        feeds, start = {}, 0
        for value in self.inputs:
            end = start + value.width if len(self.inputs) > 1 else len(features)
            feeds[value.name] = np.array([features[start:end]]).astype(value.dtype)
            start = end
        return feeds

    def answer(self, features: Row) -> Answer:
        """Computes one row of shape [features], those of all inputs one behind the other.

        1 行（形は [features]、全入力の特徴量が順に並ぶ）を計算する。
        """
        outputs = [numbers(output) for output in self.session.run(None, self.feeds(features))]
        label = next((output for output in outputs if self.classes and is_label(output)), None)
        if label is None and len(outputs) > 1:
            label = next((output for output in outputs if is_label(output)), None)
        scores = [number for output in outputs if output is not label for number in output]
        return Answer(scores, label[0] if label else None)


def numbers(output: np.ndarray | list) -> list:
    """Lists the numbers of an output for one row: of a tensor, of a map of classes or of a sequence of tensors.

    1 行に対する出力の数値を挙げる（テンソル、クラスの写像、またはテンソルの列）。
    """
    if isinstance(output, list):
        parts = [list(part.values()) if isinstance(part, dict) else part.ravel().tolist() for part in output]
        return [number for part in parts for number in part]
    return output.ravel().tolist()


def is_label(numbers: list) -> bool:
    """Tells whether an output is one integer or one string.

    出力が 1 つの整数または文字列かどうかを調べる。
    """
    return len(numbers) == 1 and isinstance(numbers[0], int | str) and not isinstance(numbers[0], bool)


def hexadecimal(value: float) -> str:
    """Writes a float exactly: `0x1.466666p+2`, `-0x0p+0`, `inf`, `nan`.

    浮動小数点数を正確に書く。
    """
    text = float(value).hex()
    if "." not in text:
        return text
    mantissa, exponent = text.split("p")
    return f"{mantissa.rstrip('0').rstrip('.')}p{exponent}"


def exact(value: float | int) -> str | int:
    """Writes a feature or a score: a float as a hexadecimal string, an integer or a bool as a number.

    特徴量またはスコアを書く（浮動小数点数は 16 進の文字列、整数と真偽値は数値）。
    """
    return hexadecimal(value) if isinstance(value, (float, np.floating)) else int(value)


def row_text(features: Row, answer: Answer) -> str:
    """Writes one line of a vectors file, without its comma.

    ベクトルファイルの 1 行を書く（末尾のコンマは除く）。
    """
    row = [
        [exact(value) for value in features],
        [exact(value) for value in answer.scores],
        answer.label,
        answer.argmax,
    ]
    return json.dumps(row, separators=(",", ":"), ensure_ascii=False)


def machine() -> dict:
    """Describes what the last bits of the answers may depend on.

    答えの最下位ビットが依存しうる環境を述べる。
    """
    flags = Path("/proc/cpuinfo").read_text(encoding="ascii", errors="replace").split()
    return {
        "architecture": platform.machine(),
        "fma": "fma" in flags,
        "avx512f": "avx512f" in flags,
        "glibc": platform.libc_ver()[1],
        "onnxruntime": onnxruntime.__version__,
        "provider": PROVIDER,
        "threads": THREADS,
    }


def write_vectors(path: Path, reference: Reference, rows: Iterable[Row]) -> list[Answer]:
    """Computes rows of shape [rows, features], writes the vectors file and returns the answers.

    行を計算してベクトルファイルを書き、答えを返す。
    """
    answers = [reference.answer(row) for row in rows]
    header = {
        "model": reference.path.name,
        "sha256": reference.sha256,
        "machine": machine(),
        "classes": reference.classes,
    }
    lines = [f" {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}," for key, value in header.items()]
    texts = ",\n".join(row_text(row, answer) for row, answer in zip(rows, answers, strict=True))
    path.write_text("{\n" + "\n".join(lines) + f'\n "rows": [\n{texts}\n]}}\n', encoding="utf-8")
    return answers


def check_vectors(path: Path) -> list[str]:
    """Recomputes a vectors file next to its model and returns one message for each difference.

    モデルの隣にあるベクトルファイルを計算し直し、相違ごとに 1 つの文を返す。
    """
    vectors = json.loads(path.read_text(encoding="utf-8"))
    reference = Reference(path.with_name(vectors["model"]))
    if reference.sha256 != vectors["sha256"]:
        return [f"{path}: made from another {vectors['model']}"]
    differences = []
    for number, row in enumerate(vectors["rows"]):
        features = [float.fromhex(value) if isinstance(value, str) else value for value in row[0]]
        stored = json.dumps(row, separators=(",", ":"), ensure_ascii=False)
        computed = row_text(features, reference.answer(features))
        if stored != computed:
            differences.append(f"{path}: row {number}\n  stored   {stored}\n  computed {computed}")
    return differences
