"""Measures a forest: build, binary, start-up, and the time of a row against ONNX Runtime and C.

ランダムフォレストを計測する：ビルド、バイナリー、起動、そして ONNX Runtime および C と比べた 1 行の時間。
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import onnxruntime
import tl2cgen
import treelite
from skl2onnx import to_onnx
from skl2onnx.common.data_types import FloatTensorType
from sklearn.datasets import load_digits
from sklearn.ensemble import RandomForestClassifier

ROOT = Path(__file__).parent.parent
TOOLS = ROOT / ".build" / "benchmarks"
FOLDER = TOOLS / "forest"
# A build of its own, so that the server of the other benchmarks stays what it is.
SCRATCH = ROOT / ".build" / "forest"
SERVER = SCRATCH / "release" / "model-server"
CLASSES = 10
ROUNDS = 7


def run(*command: object, **options) -> subprocess.CompletedProcess:
    return subprocess.run([str(word) for word in command], cwd=ROOT, check=True, **options)


def seconds(*command: object, **options) -> float:
    start = time.perf_counter()
    run(*command, stdout=subprocess.DEVNULL, **options)
    return time.perf_counter() - start


def make_forest(trees: int) -> tuple[RandomForestClassifier, np.ndarray, Path]:
    """Trains it on the digits, always the same, and writes the model, its labels and the rows to ask about."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    rows, classes = load_digits(return_X_y=True)
    rows = rows.astype(np.float32)
    forest = RandomForestClassifier(trees, random_state=1, n_jobs=2).fit(rows, classes)
    model = to_onnx(
        forest, initial_types=[("input", FloatTensorType([None, 64]))], options={id(forest): {"zipmap": False}}
    )
    path = FOLDER / f"forest{trees}.onnx"
    path.write_bytes(model.SerializeToString())
    (FOLDER / "label.json").write_text(json.dumps({str(number): str(number) for number in range(CLASSES)}))
    return forest, rows, path


def build_servers(model: Path) -> dict[str, str]:
    """Builds the server with the model of the repository, then with the forest."""
    build = ["swift", "build", "-c", "release", "--product", "model-server", "--scratch-path", SCRATCH]
    run(*build, stdout=subprocess.DEVNULL)
    own = SERVER.stat().st_size
    own_start = start_up()
    chosen = {**os.environ, "MODEL_FILEPATH": str(model), "LABEL_FILEPATH": str(FOLDER / "label.json")}
    elapsed = seconds(*build, env=chosen)
    # The greatest of any process of the build so far.
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


def build_program(model: Path, name: str) -> float:
    """Compiles the forest alone with the timing program; says what generating and compiling took."""
    generated = FOLDER / f"{name}.swift"
    # The very tool of the build.
    tool = SCRATCH / "release" / "generate-model-tool"
    elapsed = seconds(tool, "--model", model, "--labels", FOLDER / "label.json", "--output", generated)
    return elapsed + seconds("Benchmarks/build-inference", FOLDER, generated, FOLDER / name)


def build_c(forest: RandomForestClassifier) -> float:
    """Makes C of the forest and compiles it, two files at a time."""
    folder = FOLDER / "c"
    tl2cgen.generate_c_code(treelite.sklearn.import_model(forest), dirpath=folder, params={"parallel_comp": 16})
    (folder / "timing.c").write_bytes((ROOT / "Benchmarks" / "forest.c").read_bytes())
    start = time.perf_counter()
    with ThreadPoolExecutor(2) as pool:
        objects = list(pool.map(compile_c, sorted(folder.glob("*.c"))))
    run("clang", *objects, "-lm", "-o", FOLDER / "forest-c")
    return time.perf_counter() - start


def compile_c(source: Path) -> Path:
    run("clang", "-O2", "-w", "-c", source, "-o", source.with_suffix(".o"))
    return source.with_suffix(".o")


def time_program(program: Path, rows: np.ndarray) -> tuple[float, int]:
    """The least nanoseconds a row of some passes, and the sum of the labels."""
    output = run(program, input=rows.tobytes(), stdout=subprocess.PIPE).stdout
    *passes, labels = map(int, output.split())
    return min(passes) / len(rows), labels


def open_session(model: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def time_session(session: onnxruntime.InferenceSession, rows: np.ndarray) -> tuple[float, int]:
    """The same of ONNX Runtime, a call a row."""
    labels = 0
    start = time.perf_counter_ns()
    for row in range(len(rows)):
        labels += int(session.run(None, {"input": rows[row : row + 1]})[0][0])
    return (time.perf_counter_ns() - start) / len(rows), labels


def time_rows(model: Path, rows: np.ndarray, programs: list[str]) -> dict[str, str]:
    """The least of some rounds, in which all take turns; whoever else is on the machine only adds."""
    session = open_session(model)
    best: dict[str, float] = {}
    sums = set()
    for _ in range(ROUNDS):
        for name in programs:
            elapsed, labels = time_program(FOLDER / name, rows)
            best[name] = min(best.get(name, elapsed), elapsed)
            sums.add(labels)
        elapsed, labels = time_session(session, rows)
        best["ONNX Runtime, a call a row"] = min(best.get("ONNX Runtime, a call a row", elapsed), elapsed)
        sums.add(labels)
    # C sums up doubles: a tie may fall otherwise, but not here.
    if len(sums) != 1:
        raise SystemExit(f"the labels sum to {sorted(sums)}")
    own = best[programs[0]]
    return {f"a row, {name}": f"{elapsed / 1000:.2f} µs, {elapsed / own:.1f} x" for name, elapsed in best.items()}


def scale() -> dict[str, str]:
    """How long generating and compiling takes with more and more constants."""
    table = {}
    for trees in (25, 250, 2500):
        model = make_forest(trees)[2]
        elapsed = build_program(model, f"forest{trees}")
        table[f"generated and compiled, {trees} trees"] = (
            f"{elapsed:.1f} s, {model.stat().st_size / 1e6:.1f} MB of ONNX, "
            f"{(FOLDER / f'forest{trees}').stat().st_size / 1e6:.1f} MB of program"
        )
    return table


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--no-c", action="store_true", help="leave out C, which takes minutes to compile")
    parser.add_argument("--scale", action="store_true", help="build forests of up to 2,500 trees as well")
    options = parser.parse_args()
    forest, rows, model = make_forest(200)
    nodes = sum(tree.tree_.node_count for tree in forest.estimators_)
    table = {"forest": f"{nodes:,} nodes, {model.stat().st_size:,} bytes of ONNX"}
    run("clang", "-O2", "-o", FOLDER / "startup", "Benchmarks/startup.c")
    table |= build_servers(model)
    run("Benchmarks/build-inference", FOLDER)
    build_program(model, "model-in-binary")
    programs = ["model-in-binary"]
    if not options.no_c:
        table["C of tl2cgen, compiled by clang -O2"] = f"{build_c(forest):.0f} s"
        programs.append("forest-c")
    table |= time_rows(model, rows, programs)
    if options.scale:
        table |= scale()
    print("| what | measured |\n|---|---|")
    for name, value in table.items():
        print(f"| {name} | {value} |")


if __name__ == "__main__":
    main()
