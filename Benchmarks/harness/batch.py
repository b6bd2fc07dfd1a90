"""Ten thousand rows in one request, and inference alone.

1 リクエストでの 1 万行と、推論のみの時間。
"""

import json
import random
import socket
import statistics
import subprocess
import time

from . import peers
from .plan import Plan
from .process import Server, all_started, receive_answer

ROWS = 10_000


def batch(plan: Plan) -> dict:
    """Milliseconds from before the first byte is sent until the last is received, on one connection.

    一つの接続で、送信開始から受信完了までのミリ秒。
    """
    chance = random.Random(1)
    ranges = ((4.3, 7.9), (2.0, 4.4), (1.0, 6.9), (0.1, 2.5))
    rows = [[round(chance.uniform(*limits), 1) for limits in ranges] for _ in range(ROWS)]
    request = peers.post(json.dumps({"data": rows}, separators=(",", ":")).encode())
    answers = set()

    def take(server: Server) -> dict[str, float]:
        times = []
        with socket.create_connection(("127.0.0.1", server.port), timeout=30) as connection:
            for _ in range(plan.batches):
                start = time.perf_counter_ns()
                connection.sendall(request)
                answer = receive_answer(connection)
                times.append((time.perf_counter_ns() - start) / 1e6)
        answers.add(answer.partition(b"\r\n\r\n")[2])
        return {"milliseconds": statistics.median(times)}

    with all_started({"server": peers.server(), "fastapi": peers.fastapi()}) as servers:
        samples = plan.interleave(servers, take)
    if len(answers) != 1:
        raise RuntimeError("the servers do not agree on the batch")
    return samples


def inference(plan: Plan) -> dict:
    """Nanoseconds a row of the compiled model and of ONNX Runtime, by Benchmarks/inference.

    コンパイル済みモデルと ONNX Runtime の 1 行あたりのナノ秒。
    """
    del plan
    command = [str(peers.FOLDER / "inference"), "--json"]
    result = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return {name: [{"ns_per_row": time} for time in times] for name, times in json.loads(result.stdout).items()}
