"""Chooses models that have all kernels among them, few of them: cover_kernels.py GENERATOR MODEL...

すべてのカーネルを少数のモデルで網羅するように選ぶ。
"""

import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor


def kernels(generator: str, model: str) -> set[str]:
    labels = model.removesuffix(".onnx") + ".label.json"
    command = [generator, "--model", model, "--labels", labels]
    text = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    # And what rows are made of, which decides how the server reads and writes them.
    return set(re.findall(r"Inference\.\w+\(|typealias \w+ = \w+", text))


def main() -> None:
    generator, *models = sys.argv[1:]
    with ThreadPoolExecutor() as pool:
        found = dict(zip(models, pool.map(lambda model: kernels(generator, model), models)))
    missing = set().union(*found.values())
    while missing:
        # The one with most of them, and of several the first.
        best = max(models, key=lambda model: len(found[model] & missing))
        print(best)
        missing -= found[best]


if __name__ == "__main__":
    main()
