"""Measures large models: build, binary, start-up, and the time of a row against ONNX Runtime and C.

大きなモデルを計測する：ビルド、バイナリー、起動、そして ONNX Runtime および C と比べた 1 行の時間。
"""

import argparse

from harness.compiled import FOLDER, ROOT, Model, build_program, build_server, prepare, time_rows
from harness.forest import build_c, make_forest
from harness.network import make_network

RESULT = ROOT / "Benchmarks" / "results" / "scale.md"


def measure(model: Model, *others: str) -> dict[str, str]:
    """What stands in the table of a model; the other programs are timed with it."""
    table = {"model": f"{model.size}, {model.path.stat().st_size:,} bytes of ONNX"} | build_server(model)
    build_program(model, "model-in-binary")
    return table | time_rows(model, ["model-in-binary", *others])


def growth() -> dict[str, str]:
    """How long generating and compiling takes with ten times as many constants, and ten times more."""
    models = [make_forest(trees)[1] for trees in (25, 250, 2500)]
    models += [make_network(features, width) for features, width in ((64, 64), (256, 256), (1400, 1024))]
    table = {}
    for model in models:
        elapsed = build_program(model, model.path.stem)
        size = (FOLDER / model.path.stem).stat().st_size
        table[model.size] = f"{elapsed:.1f} s, {model.path.stat().st_size / 1e6:.2f} MB of ONNX, {size / 1e6:.2f} MB of program"
    return table


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--no-c", action="store_true", help="leave out C, which takes minutes to compile; writes nothing")
    options = parser.parse_args()
    prepare()
    forest, model = make_forest(200)
    c = {} if options.no_c else {"C of tl2cgen, compiled by clang -O2": f"{build_c(forest, 'tl2cgen'):.0f} s"}
    sections = {
        "A forest of 200 trees, 64 features, 10 classes": measure(model, *(["tl2cgen"] if c else [])) | c,
        "A perceptron of 1,400 features, twice 1,024 neurons, 10 classes": measure(make_network(1400, 1024)),
        "Generating and compiling": growth(),
    }
    text = "\n".join(
        f"### {title}\n\n| what | measured |\n|---|---|\n"
        + "".join(f"| {name} | {value} |\n" for name, value in table.items())
        for title, table in sections.items()
    )
    print(text, end="")
    if c:
        RESULT.write_text("<!-- DO NOT EDIT: written by Benchmarks/scale. -->\n" + text)


if __name__ == "__main__":
    main()
