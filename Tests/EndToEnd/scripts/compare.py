"""Compares a running server's answers with what Python says of ONNX Runtime's, byte for byte.

usage: compare.py PROGRAM MODEL [LABELS]

Every finite row of the model's vectors is asked for alone and in batches. The expected body is
json.dumps({"prediction": ...}, separators=(",", ":"), ensure_ascii=False) of ONNX Runtime's floats, computed here and now.
"""

import http.client
import json
import math
import re
import subprocess
import sys
from pathlib import Path

import numpy as np

sys.path.append(str(Path(__file__).parents[3] / "models"))
from reference import Reference  # noqa: E402

BATCH = 50
DATATYPES = {"float32": "FP32", "float64": "FP64", "int64": "INT64", "int32": "INT32", "bool": "BOOL"}


def start(program: str) -> tuple[subprocess.Popen, int]:
    server = subprocess.Popen(
        [program], env={"HOST": "127.0.0.1", "PORT": "0", "LOG_LEVEL": "INFO"}, stdout=subprocess.PIPE, text=True
    )
    for line in server.stdout:
        if match := re.search(r"127\.0\.0\.1:(\d+)", line):
            return server, int(match[1])
    raise SystemExit(f"{program} ended before it listened")


def post(connection: http.client.HTTPConnection, path: str, rows: list[list[float]]) -> tuple[int, bytes]:
    connection.request("POST", path, json.dumps({"data": rows}), {"Content-Type": "application/json"})
    answer = connection.getresponse()
    return answer.status, answer.read()


def inspect(program: str) -> tuple[bool, str | None]:
    """Whether the scores are probabilities, and the name of the label's output, if there is one."""
    inspected = subprocess.run([program, "inspect"], stdout=subprocess.PIPE, text=True, check=True).stdout
    label = re.search(r"^label +(.*)", inspected, re.MULTILINE)
    return re.search(r"^probabilities ", inspected, re.MULTILINE) is not None, label and label[1]


def infer(
    connection: http.client.HTTPConnection, name: str, label: str | None, parts: dict[str, np.ndarray]
) -> list[float] | None:
    """The scores by the Open Inference Protocol, the inputs in another order than the graph's; None where one is not finite."""
    tensors = [
        {"name": key, "datatype": DATATYPES[part.dtype.name], "shape": part.shape, "data": part.ravel().tolist()}
        for key, part in reversed(parts.items())
    ]
    connection.request("POST", f"/v2/models/{name}/infer", json.dumps({"inputs": tensors}))
    answer = connection.getresponse()
    outputs = json.loads(answer.read()).get("outputs")
    assert (answer.status == 200) == (outputs is not None)
    return [number for output in outputs if output["name"] != label for number in output["data"]] if outputs else None


def prediction(value) -> bytes:
    # As FastAPI sends it: text beyond ASCII is UTF-8.
    return json.dumps({"prediction": value}, separators=(",", ":"), ensure_ascii=False).encode()


def main() -> None:
    program, model = sys.argv[1], Path(sys.argv[2])
    labels_path = Path(sys.argv[3]) if len(sys.argv) > 3 else model.parent / "label.json"
    labels = json.loads(labels_path.read_text())
    vectors = json.loads(model.with_name(model.stem + ".vectors.json").read_text())
    classes = [str(value) for value in vectors["classes"]]
    # Keys are the classes, or the positions of string classes.
    texts = {name: labels.get(name, labels.get(str(index))) for index, name in enumerate(classes)}

    reference = Reference(model)
    has_probabilities, label = inspect(program)
    server, port = start(program)
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        rows, scores, graph_labels = [], [], []
        for features, *_ in vectors["rows"]:
            row = [float.fromhex(value) if isinstance(value, str) else value for value in features]
            if not all(map(math.isfinite, row)):
                continue
            answer = reference.answer(row)
            values = answer.scores
            wanted = values if all(map(math.isfinite, values)) else None
            assert infer(connection, model.stem, label, reference.feeds(row)) == wanted, f"{row} by the Open Inference Protocol"
            if not all(map(math.isfinite, values)):
                status, _ = post(connection, "/predict", [row])
                assert status == 422, f"{row}: status {status} for a prediction that is not finite"
                continue
            rows.append(row)
            scores.append(values)
            graph_labels.append(texts.get(str(answer.label)))
        assert len(rows) >= 20, f"only {len(rows)} finite rows"

        if has_probabilities:
            labels_expected = [texts[classes[int(np.argmax(value))]] for value in scores]
        else:
            labels_expected = graph_labels
        different = sum(a != b for a, b in zip(labels_expected, graph_labels))

        def expect(path: str, some: list, expected) -> None:
            status, body = post(connection, path, some)
            assert (status, body) == (200, prediction(expected)), f"{path} {some}: {status} {body!r}, not {prediction(expected)!r}"

        for row, value, label, graph_label in zip(rows, scores, labels_expected, graph_labels):
            expect("/predict", [row], value)
            if classes:
                expect("/predict/label", [row], label)
                expect("/predict/label?from=graph", [row], graph_label)
            else:
                assert post(connection, "/predict/label", [row])[0] == 404
        for start_row in range(0, len(rows) - 1, BATCH):
            part = slice(start_row, max(start_row + 2, min(start_row + BATCH, len(rows))))
            expect("/predict", rows[part], scores[part])
            if classes:
                expect("/predict/label", rows[part], labels_expected[part])
                expect("/predict/label?from=graph", rows[part], graph_labels[part])
        print(f"  {model.name}: {len(rows)} rows equal, {different} of them with a graph label other than the argmax")
    finally:
        server.terminate()
        server.wait(10)


main()
