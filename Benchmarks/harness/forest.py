"""A forest on the digits, and C of it by tl2cgen.

手書き数字のランダムフォレストと、tl2cgen によるその C コード。
"""

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import tl2cgen
import treelite
from harness.compiled import FOLDER, ROOT, Model, run, write_model
from skl2onnx import to_onnx
from skl2onnx.common.data_types import FloatTensorType
from sklearn.datasets import load_digits
from sklearn.ensemble import RandomForestClassifier


def make_forest(trees: int) -> tuple[RandomForestClassifier, Model]:
    """Trains it, always the same."""
    rows, classes = load_digits(return_X_y=True)
    rows = rows.astype(np.float32)
    forest = RandomForestClassifier(trees, random_state=1, n_jobs=2).fit(rows, classes)
    model = to_onnx(
        forest, initial_types=[("input", FloatTensorType([None, 64]))], options={id(forest): {"zipmap": False}}
    )
    nodes = sum(tree.tree_.node_count for tree in forest.estimators_)
    return forest, write_model(f"forest{trees}", model, f"{nodes:,} nodes", rows)


def build_c(forest: RandomForestClassifier, name: str) -> float:
    """Makes C of the forest and compiles it, two files at a time."""
    folder = FOLDER / "c"
    tl2cgen.generate_c_code(treelite.sklearn.import_model(forest), dirpath=folder, params={"parallel_comp": 16})
    (folder / "timing.c").write_bytes((ROOT / "Benchmarks" / "forest.c").read_bytes())
    start = time.perf_counter()
    with ThreadPoolExecutor(2) as pool:
        objects = list(pool.map(compile_c, sorted(folder.glob("*.c"))))
    run("clang", *objects, "-lm", "-o", FOLDER / name)
    return time.perf_counter() - start


def compile_c(source: Path) -> Path:
    run("clang", "-O2", "-w", "-c", source, "-o", source.with_suffix(".o"))
    return source.with_suffix(".o")
