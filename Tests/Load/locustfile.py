"""The specification's load test: more than 100 requests a second, the slowest hundredth faster than 100 ms, no failure.

仕様の負荷テスト: 毎秒 100 リクエスト超、p99 は 100 ms 未満、失敗なし。

The exit code says whether it held:

    locust -f Tests/Load/locustfile.py --headless --users 50 --spawn-rate 50 --run-time 30s --host http://HOST:PORT
"""

import json
import random
from collections.abc import Callable
from typing import Any

from locust import FastHttpUser, between, events, task
from locust.env import Environment

LEAST_RATE = 100
GREATEST_P99 = 100

# Flowers of the three species, as the tutorial names them.
FLOWERS = {
    "setosa": [5.1, 3.5, 1.4, 0.2],
    "versicolor": [5.9, 3.0, 4.2, 1.5],
    "virginica": [6.3, 2.9, 5.6, 1.8],
}


class Botanist(FastHttpUser):
    """A client that keeps its connection, asks some twenty times a second, and looks at what it is told."""

    wait_time = between(0.02, 0.08)

    @task(8)
    def predict(self) -> None:
        species, row = random.choice(list(FLOWERS.items()))
        self._post("/predict", [row], lambda scores: is_distribution(scores) and likeliest(scores) == species)

    @task(4)
    def predict_label(self) -> None:
        species, row = random.choice(list(FLOWERS.items()))
        self._post("/predict/label", [row], lambda label: label == species)

    @task(2)
    def predict_batch(self) -> None:
        self._post("/predict/label", list(FLOWERS.values()) * 10, lambda labels: labels == list(FLOWERS) * 10)

    @task(1)
    def describe(self) -> None:
        self._ask("GET", "/metadata", None, lambda answer: answer["labels"] == dict(zip("012", FLOWERS)))

    @task(1)
    def health(self) -> None:
        self._ask("GET", "/health", None, lambda answer: answer == {"health": "ok"})

    def _post(self, path: str, rows: list, check: Callable[[Any], bool]) -> None:
        self._ask("POST", path, {"data": rows}, lambda answer: check(answer["prediction"]))

    def _ask(self, method: str, path: str, body: dict | None, check: Callable[[Any], bool]) -> None:
        """Sends a request; an answer that does not stand the check is a failure."""
        with self.client.request(method, path, json=body, catch_response=True) as response:
            try:
                is_right = response.status_code == 200 and check(response.json())
            except (json.JSONDecodeError, LookupError, TypeError):
                is_right = False
            if not is_right:
                response.failure(f"{response.status_code} {response.text}")


def is_distribution(scores: list[float]) -> bool:
    return len(scores) == len(FLOWERS) and abs(sum(scores) - 1) < 1e-6


def likeliest(scores: list[float]) -> str:
    return list(FLOWERS)[scores.index(max(scores))]


@events.quitting.add_listener
def judge(environment: Environment, **_: object) -> None:
    """Sets the exit code by what the specification asks."""
    total = environment.stats.total
    rate, p99 = total.total_rps, total.get_response_time_percentile(0.99)
    print(f"  {total.num_requests} requests, {rate:.0f} a second, p99 {p99:.0f} ms, {total.num_failures} failures")
    if total.num_failures or rate <= LEAST_RATE or p99 >= GREATEST_P99:
        print(f"  not as specified: more than {LEAST_RATE} a second, p99 below {GREATEST_P99} ms, no failure")
        environment.process_exit_code = 1
