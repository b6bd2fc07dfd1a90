"""Writes iris_svc.vectors.json, or recomputes vectors files and compares.

iris_svc.vectors.json を書くか、ベクトルファイルを計算し直して比較する。

    python models/vectors.py
    python models/vectors.py --check [FILE ...]

Without names, --check recomputes iris_svc.vectors.json. It exits with 1 on any difference. The answers are those of the
pinned ONNX Runtime on x86-64; another version or architecture may differ in last bits.
"""

import argparse
import sys
from pathlib import Path

import numpy as np
from reference import Reference, check_vectors, write_vectors
from rows import around, between, disagreements, rounded, special, wide
from sklearn.datasets import load_iris

FOLDER = Path(__file__).parent
IRIS = FOLDER / "iris_svc.vectors.json"
SEED = 42


def iris_rows(reference: Reference) -> np.ndarray:
    """Makes the rows of the iris model: its data first, the odd ones last.

    アヤメモデルの行を作る（データが先、特殊な行が後）。
    """
    data = load_iris().data
    random = np.random.default_rng(SEED)
    return np.concatenate(
        [
            data.astype(np.float32),
            around(data, 600, random),
            between(data, 400, random),
            rounded(data, 450, random),
            wide(data.shape[1], 400, random),
            disagreements(reference, data, 50, random),
            special(data),
        ]
    )


def check(files: list[Path]) -> int:
    differences = [message for file in files for message in check_vectors(file)]
    print("\n".join(differences) or f"{len(files)} files agree with ONNX Runtime")
    return 1 if differences else 0


def main() -> int:
    parser = argparse.ArgumentParser(description="Writes or checks reference vectors.")
    parser.add_argument("--check", action="store_true", help="recompute and compare instead of writing")
    parser.add_argument("files", nargs="*", type=Path, default=[IRIS], help="vectors files to check")
    arguments = parser.parse_args()
    if arguments.check:
        return check(arguments.files)
    reference = Reference(FOLDER / "iris_svc.onnx")
    answers = write_vectors(IRIS, reference, iris_rows(reference))
    differing = sum(reference.classes.index(answer.label) != answer.argmax for answer in answers)
    print(f"{len(answers)} rows, {differing} with a label that is not the most probable class")
    return 0


if __name__ == "__main__":
    sys.exit(main())
