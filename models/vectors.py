"""Writes the vectors file of a model beside it, or recomputes vectors files and compares.

モデルの隣にベクトルファイルを書くか、ベクトルファイルを計算し直して比較する。

    python models/vectors.py
    python models/vectors.py --model MODEL.onnx --data ROWS.csv
    python models/vectors.py --check [FILE ...]

Without a model it is iris_svc.onnx and its own data; the data of any other are typical rows, one a line, numbers between
commas. Without names, --check recomputes iris_svc.vectors.json. It exits with 1 on any difference. The answers are those of the
pinned ONNX Runtime on x86-64; another version or architecture may differ in last bits.
"""

import argparse
import sys
from pathlib import Path

import numpy as np
from reference import Reference, Row, check_vectors, write_vectors
from rows import around, between, disagreements, rounded, special, typed, wide
from sklearn.datasets import load_iris

FOLDER = Path(__file__).parent
IRIS = FOLDER / "iris_svc.vectors.json"
SEED = 42


def all_rows(reference: Reference, data: np.ndarray) -> list[Row]:
    """Makes rows from data of shape [rows, features]: the data first, the odd ones last.

    データから行を作る（データが先、特殊な行が後）。
    """
    random = np.random.default_rng(SEED)
    rows = np.concatenate(
        [
            data.astype(np.float32),
            around(data, 600, random),
            between(data, 400, random),
            rounded(data, 450, random),
            wide(data.shape[1], 400, random),
            *([disagreements(reference, data, 50, random)] if reference.classes else []),
            special(data),
        ]
    )
    return typed(rows, reference.types(data.shape[1]), random)


def check(files: list[Path]) -> int:
    differences = [message for file in files for message in check_vectors(file)]
    print("\n".join(differences) or f"{len(files)} files agree with ONNX Runtime")
    return 1 if differences else 0


def main() -> int:
    parser = argparse.ArgumentParser(description="Writes or checks reference vectors.")
    parser.add_argument("--check", action="store_true", help="recompute and compare instead of writing")
    parser.add_argument("--model", type=Path, help="an ONNX file")
    parser.add_argument("--data", type=Path, help="typical rows for that model, comma-separated values")
    parser.add_argument("files", nargs="*", type=Path, default=[IRIS], help="vectors files to check")
    arguments = parser.parse_args()
    if arguments.check:
        return check(arguments.files)
    if (arguments.model is None) != (arguments.data is None):
        parser.error("--model and --data go together")
    model = arguments.model or FOLDER / "iris_svc.onnx"
    data = np.loadtxt(arguments.data, delimiter=",", ndmin=2) if arguments.data else load_iris().data
    reference = Reference(model)
    answers = write_vectors(model.with_suffix(".vectors.json"), reference, all_rows(reference, data))
    note = ""
    if reference.classes:
        differing = sum(reference.classes.index(answer.label) != answer.argmax for answer in answers)
        note = f", {differing} with a label that is not the most probable class"
    print(f"{len(answers)} rows{note}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
