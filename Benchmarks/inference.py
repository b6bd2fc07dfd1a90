"""Times the compiled model, as a program, and ONNX Runtime on one thread, in turn; nanoseconds a row.

コンパイル済みモデルと 1 スレッドの ONNX Runtime を交互に計測する（1 行あたりのナノ秒）。

usage: inference.py PROGRAM [--json]
"""

import json
import statistics
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import onnxruntime

MODEL = Path(__file__).parent.parent / "models" / "iris_svc.onnx"
ROWS = 10_000
SINGLE_CALLS = 2_000
ROUNDS = 7
PASSES = 10


def make_rows() -> np.ndarray:
    """Draws rows from the ranges of the iris features, always the same.

    アヤメの特徴量の範囲から、毎回同じ行を生成する。
    """
    random = np.random.default_rng(1)
    return random.uniform([4.3, 2.0, 1.0, 0.1], [7.9, 4.4, 6.9, 2.5], (ROWS, 4)).astype(np.float32)


def open_session() -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(MODEL, options, providers=["CPUExecutionProvider"])


def main() -> None:
    rows = make_rows()
    session = open_session()
    name = session.get_inputs()[0].name
    # Without ZipMap, which would make a Python dictionary of every row: its node does not run when only labels are
    # asked for, while the classifier computes its probabilities all the same.
    outputs = [session.get_outputs()[0].name]
    samples = {"compiled_batch": [], "onnxruntime_batch": [], "onnxruntime_single": []}
    for _ in range(ROUNDS):
        result = subprocess.run([sys.argv[1]], input=rows.tobytes(), stdout=subprocess.PIPE, check=True)
        *passes, labels = map(int, result.stdout.split())
        samples["compiled_batch"] += [elapsed / ROWS for elapsed in passes]

        for _ in range(PASSES):
            start = time.perf_counter_ns()
            answer = session.run(outputs, {name: rows})[0]
            samples["onnxruntime_batch"].append((time.perf_counter_ns() - start) / ROWS)
        if int(answer.sum()) != labels:
            raise SystemExit(f"the labels sum to {labels}, ONNX Runtime's to {answer.sum()}")

        start = time.perf_counter_ns()
        for row in range(SINGLE_CALLS):
            session.run(outputs, {name: rows[row : row + 1]})
        samples["onnxruntime_single"].append((time.perf_counter_ns() - start) / SINGLE_CALLS)

    if "--json" in sys.argv:
        print(json.dumps(samples))
        return
    compiled = statistics.median(samples["compiled_batch"])
    print(f"{ROWS} rows, one thread; median (lowest to highest)")
    for key, text in {
        "compiled_batch": "compiled model, row after row",
        "onnxruntime_batch": "ONNX Runtime, one batch",
        "onnxruntime_single": "ONNX Runtime, a call a row",
    }.items():
        middle, low, high = statistics.median(samples[key]), min(samples[key]), max(samples[key])
        print(f"  {text:30} {middle:7.0f} ns/row ({low:.0f} to {high:.0f})  {middle / compiled:6.2f} x")


if __name__ == "__main__":
    main()
