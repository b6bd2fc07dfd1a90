"""Builds models, as servers and as programs that time them, and times rows against ONNX Runtime.

モデルをサーバーおよび計測用プログラムとしてビルドし、1 行の時間を ONNX Runtime と比べる。
"""

import json
import os
import resource
import statistics
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime

ROOT = Path(__file__).parent.parent.parent
FOLDER = ROOT / ".build" / "benchmarks" / "scale"
# A build of its own, so that the server of the other benchmarks stays what it is.
SCRATCH = ROOT / ".build" / "scale"
SERVER = SCRATCH / "release" / "model-server"
# Of the processes that are timed in turn.
ROUNDS = 7


@dataclass
class Model:
    """An ONNX file of ten classes, its answer to the question how much it holds, and rows to ask about."""

    path: Path
    size: str
    rows: np.ndarray

    @property
    def labels(self) -> Path:
        return FOLDER / "label.json"


def write_model(name: str, model, size: str, rows: np.ndarray) -> Model:
    """Writes the model and the labels of ten classes."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    written = Model(FOLDER / f"{name}.onnx", size, rows)
    written.path.write_bytes(model.SerializeToString())
    written.labels.write_text(json.dumps({str(number): str(number) for number in range(10)}))
    return written


def run(*command: object, **options) -> subprocess.CompletedProcess:
    return subprocess.run([str(word) for word in command], cwd=ROOT, check=True, **options)


def seconds(*command: object, **options) -> float:
    start = time.perf_counter()
    run(*command, stdout=subprocess.DEVNULL, **options)
    return time.perf_counter() - start


def prepare() -> None:
    """Builds the server with the model of the repository, what times its start, and the kernels."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    run("clang", "-O2", "-o", FOLDER / "startup", "Benchmarks/startup.c")
    run("swift", "build", "-c", "release", "--product", "model-server", "--scratch-path", SCRATCH, stdout=subprocess.DEVNULL)
    run("Benchmarks/build-inference", FOLDER)


def build_server(model: Model) -> dict[str, str]:
    """Builds the server with the model instead of the one before, and compares it with that of the repository."""
    build = ["swift", "build", "-c", "release", "--product", "model-server", "--scratch-path", SCRATCH]
    run(*build, stdout=subprocess.DEVNULL)
    own, own_start = SERVER.stat().st_size, start_up()
    chosen = {**os.environ, "MODEL_FILEPATH": str(model.path), "LABEL_FILEPATH": str(model.labels)}
    elapsed = seconds(*build, env=chosen)
    # The greatest of any process of the builds so far.
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 2**20
    return {
        "build, the model changed": f"{elapsed:.1f} s, at most {memory:.2f} GB a process",
        "binary": f"{SERVER.stat().st_size:,} bytes, {SERVER.stat().st_size - own:,} more than with iris_svc",
        "start-up to the first answer": f"{start_up():.2f} ms, with iris_svc {own_start:.2f} ms",
    }


def start_up() -> float:
    """The median of some, in milliseconds."""
    port = "18753"
    command = [FOLDER / "startup", port, SERVER, "--host", "127.0.0.1", "--port", port, "--log-level", "WARNING"]
    answers = [run(*command, stdout=subprocess.PIPE, text=True).stdout for _ in range(15)]
    return statistics.median(map(int, answers)) / 1000


def build_program(model: Model, name: str) -> float:
    """Compiles the model alone with the timing program; says what generating and compiling took."""
    generated = FOLDER / f"{name}.swift"
    # The very tool of the build.
    tool = SCRATCH / "release" / "generate-model-tool"
    elapsed = seconds(tool, "--model", model.path, "--labels", model.labels, "--output", generated)
    return elapsed + seconds("Benchmarks/build-inference", FOLDER, generated, FOLDER / name)


def time_rows(model: Model, programs: list[str]) -> dict[str, str]:
    """The least of some rounds, in which all take turns; whoever else is on the machine only adds."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(model.path, options, providers=["CPUExecutionProvider"])
    best: dict[str, float] = {}
    sums = set()
    for _ in range(ROUNDS):
        for name in programs:
            elapsed, labels = time_program(FOLDER / name, model.rows)
            best[name] = min(best.get(name, elapsed), elapsed)
            sums.add(labels)
        elapsed, labels = time_session(session, model.rows)
        best["ONNX Runtime, a call a row"] = min(best.get("ONNX Runtime, a call a row", elapsed), elapsed)
        sums.add(labels)
    # C of the forest sums up doubles: a tie may fall otherwise, but not here.
    if len(sums) != 1:
        raise SystemExit(f"the labels sum to {sorted(sums)}")
    own = best[programs[0]]
    return {f"a row, {name}": f"{elapsed / 1000:.2f} µs, {elapsed / own:.1f} x" for name, elapsed in best.items()}


def time_program(program: Path, rows: np.ndarray) -> tuple[float, int]:
    """The least nanoseconds a row of some passes, and the sum of the labels."""
    output = run(program, input=rows.tobytes(), stdout=subprocess.PIPE).stdout
    *passes, labels = map(int, output.split())
    return min(passes) / len(rows), labels


def time_session(session: onnxruntime.InferenceSession, rows: np.ndarray) -> tuple[float, int]:
    """The same of ONNX Runtime, a call a row."""
    name = session.get_inputs()[0].name
    best = float("inf")
    for _ in range(3):
        labels = 0
        start = time.perf_counter_ns()
        for row in range(len(rows)):
            labels += int(session.run(None, {name: rows[row : row + 1]})[0][0])
        best = min(best, time.perf_counter_ns() - start)
    return best / len(rows), labels
