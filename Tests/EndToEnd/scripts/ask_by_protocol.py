"""Asks a server by the clients of Triton and KServe. Every answer equals that of POST /predict, bit for bit.

usage: ask_by_protocol.py HOST:PORT
"""

import asyncio
import json
import sys
import time
import urllib.request

import numpy
import tritonclient.http
from kserve import InferenceRESTClient, InferInput, InferRequest, RESTConfig
from kserve.protocol.infer_type import RequestedOutput
from tritonclient.utils import InferenceServerException

SEED = 20
BATCHES = (1, 2, 3, 64, 1000)


class Server:
    """What the server's own endpoints say, to be compared with."""

    def __init__(self, address):
        self.address = address
        self.metadata = self.ask("/metadata")
        self.model = self.metadata["model_name"]
        self.labels = list(self.metadata["labels"])

    def ask(self, path, rows=None):
        body = None if rows is None else json.dumps({"data": rows.astype(float).tolist()}).encode()
        request = urllib.request.Request(f"http://{self.address}{path}", body, {"Content-Type": "application/json"})
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)

    def probabilities(self, rows):
        return numpy.array(self.ask("/predict", rows)["prediction"], numpy.float32).reshape(len(rows), -1)

    def classes(self, rows):
        """The graph's own labels as its integers."""
        texts = numpy.ravel(self.ask("/predict/label?from=graph", rows)["prediction"])
        numbers = {text: int(number) for number, text in self.metadata["labels"].items()}
        return numpy.array([numbers[text] for text in texts], numpy.int64)


def same(answer, expected, what):
    assert answer is not None, f"{what}: no answer"
    assert answer.dtype == expected.dtype and answer.shape == expected.shape, f"{what}: {answer.dtype} {answer.shape}"
    assert answer.tobytes() == expected.tobytes(), f"{what}: {answer} instead of {expected}"


def triton(server, batches):
    client = tritonclient.http.InferenceServerClient(server.address)
    assert client.is_server_live() and client.is_server_ready() and client.is_model_ready(server.model)
    assert set(client.get_server_metadata()["extensions"]) >= {"binary_tensor_data", "classification", "statistics"}
    metadata = client.get_model_metadata(server.model, server.metadata["model_version"])
    name = metadata["inputs"][0]["name"]
    scores, label = (output["name"] for output in metadata["outputs"])

    answers = 0
    for rows in batches:
        probabilities, classes = server.probabilities(rows), server.classes(rows)
        for sends_binary in (False, True):
            tensor = tritonclient.http.InferInput(name, rows.shape, "FP32")
            tensor.set_data_from_numpy(rows, binary_data=sends_binary)
            for wants_binary in (False, True, None):
                what = f"{len(rows)} rows, binary data sent {sends_binary}, wanted {wants_binary}"
                outputs = None
                if wants_binary is not None:
                    wanted = (label, scores)
                    outputs = [tritonclient.http.InferRequestedOutput(name, wants_binary) for name in wanted]
                answer = client.infer(server.model, [tensor], outputs=outputs, request_id=what)
                assert answer.get_response()["id"] == what
                same(answer.as_numpy(scores), probabilities, what)
                same(answer.as_numpy(label), classes, what)
                answers += 1
            for wants_binary in (False, True):
                wanted = tritonclient.http.InferRequestedOutput(scores, wants_binary, class_count=2)
                answer = client.infer(server.model, [tensor], outputs=[wanted]).as_numpy(scores)
                check_classes(server, answer, probabilities)
                answers += 1

    # Whoever asks for what is not there is told so in the way that the client expects.
    tensor = tritonclient.http.InferInput("other", rows.shape, "FP32")
    tensor.set_data_from_numpy(rows)
    for model, expected in ((server.model, "inputs[0].name must be"), ("other", "Not Found")):
        try:
            client.infer(model, [tensor])
        except InferenceServerException as error:
            assert expected in error.message(), error
        else:
            raise AssertionError(f"{model}: no error")
    return answers


def check_classes(server, answer, probabilities):
    for row, expected in zip(answer, probabilities):
        texts = [text.decode() if isinstance(text, bytes) else text for text in row]
        for text, index in zip(texts, numpy.argsort(-expected, kind="stable"), strict=False):
            value, position, label = text.split(":", 2)
            assert numpy.float32(value) == expected[index] and int(position) == index, f"{texts}, {expected}"
            assert label == server.metadata["labels"][server.labels[index]], texts
        assert len(texts) == 2


def statistics(server, batches):
    """Asks for inference and what the server has counted of it: these requests and no others."""
    client = tritonclient.http.InferenceServerClient(server.address)
    name = client.get_model_metadata(server.model)["inputs"][0]["name"]

    def read():
        answers = [
            client.get_inference_statistics(*which)["model_stats"]
            for which in ((), (server.model,), (server.model, server.metadata["model_version"]))
        ]
        assert answers[0] == answers[1] == answers[2] and len(answers[0]) == 1, answers
        return answers[0][0]

    before, start = read(), time.time()
    for rows in batches:
        for datatype, kind in (("FP32", numpy.float32), ("FP64", numpy.float64)):
            tensor = tritonclient.http.InferInput(name, rows.shape, datatype)
            tensor.set_data_from_numpy(rows.astype(kind))
            try:
                client.infer(server.model, [tensor])
            except InferenceServerException as error:
                assert datatype == "FP64" and "datatype must be FP32" in error.message(), error
            else:
                assert datatype == "FP32"
    after, end = read(), time.time()

    assert after["name"] == server.model and after["version"] == server.metadata["model_version"]
    # The server takes the time from a clock that ticks a few hundred times a second.
    assert start - 0.02 <= after["last_inference"] / 1000 <= end, f"{after['last_inference']} not in {start}...{end}"
    counts = {"inference_count": sum(map(len, batches)), "execution_count": len(batches)}
    for member, count in counts.items():
        assert after[member] - before[member] == count, f"{member}: {before}, {after}"
    timed = {"success": len(batches), "fail": len(batches), "compute_infer": len(batches)}
    for part, now in after["inference_stats"].items():
        earlier = before["inference_stats"][part]
        count, nanoseconds = now["count"] - earlier["count"], now["ns"] - earlier["ns"]
        assert count == timed.get(part, 0), f"{part}: {earlier}, {now}"
        assert (0 < nanoseconds < (end - start) * 1e9) if count else nanoseconds == 0, f"{part}: {earlier}, {now}"
    return after["inference_stats"]["success"]["count"]


async def kserve(server, batches):
    client = InferenceRESTClient(RESTConfig(protocol="v2"))
    base = f"http://{server.address}"
    assert await client.is_server_live(base) and await client.is_server_ready(base)
    assert await client.is_model_ready(base, server.model)

    metadata = server.ask(f"/v2/models/{server.model}")
    name = metadata["inputs"][0]["name"]
    scores, label = (output["name"] for output in metadata["outputs"])
    answers = 0
    for rows in batches:
        probabilities, classes = server.probabilities(rows), server.classes(rows)
        for sends_binary in (False, True):
            for wants_binary in (False, True):
                tensor = InferInput(name, list(rows.shape), "FP32")
                tensor.set_data_from_numpy(rows, binary_data=sends_binary)
                outputs = [RequestedOutput(name, {"binary_data": wants_binary}) for name in (scores, label)]
                request = InferRequest(server.model, [tensor], request_id="7", request_outputs=outputs)
                answer = await client.infer(base, request, model_name=server.model)
                assert answer.id == "7" and answer.model_name == server.model
                what = f"KServe, {len(rows)} rows, binary data sent {sends_binary}, wanted {wants_binary}"
                same(answer.get_output_by_name(scores).as_numpy(), probabilities, what)
                same(answer.get_output_by_name(label).as_numpy(), classes, what)
                answers += 1
    return answers


def main():
    server = Server(sys.argv[1])
    random = numpy.random.default_rng(SEED)
    width = len(server.metadata["data_sample"][0])
    batches = [random.uniform(0, 8, (count, width)).astype(numpy.float32) for count in BATCHES]
    print(f"  Triton's client: {triton(server, batches)} answers, all rows equal")
    print(f"  Triton's client: statistics of {statistics(server, batches)} requests")
    print(f"  KServe's client: {asyncio.run(kserve(server, batches))} answers, all rows equal")


if __name__ == "__main__":
    main()
