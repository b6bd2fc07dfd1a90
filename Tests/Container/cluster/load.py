"""Load by wrk, every answer of which is looked at.

wrk による負荷。すべての応答を確かめる。
"""

import json
import signal
import subprocess
import urllib.request
from dataclasses import dataclass
from pathlib import Path

SCRIPT = Path(__file__).with_name("answers.lua")
ROW = '{"data":[[5.1,3.5,1.4,0.2]]}'


def predict(url: str) -> str:
    """The answer to one request on a connection of its own."""
    request = urllib.request.Request(f"{url}/predict", ROW.encode(), {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=5) as response:
        return response.read().decode()


@dataclass
class Outcome:
    """What became of the requests."""

    # How often each of the expected answers came.
    counts: list[int]
    # Answers that were not expected, the first of them, and requests without an answer.
    others: int
    firstOther: str
    failed: int
    seconds: float
    # Latencies, in seconds.
    p50: float
    p99: float

    @property
    def requests(self) -> int:
        return sum(self.counts) + self.others

    @property
    def rate(self) -> float:
        return self.requests / self.seconds

    def __str__(self) -> str:
        return (
            f"{self.requests} requests, {self.rate:.0f} a second, p99 {self.p99 * 1000:.1f} ms,"
            f" {self.failed} without an answer, {self.others} with another {self.firstOther}".rstrip()
        )

    def check(self) -> None:
        """Fails unless each request got an expected answer."""
        print(f"  {self}")
        assert sum(self.counts) > 0 and self.others == 0 and self.failed == 0, str(self)


class Load:
    """POST /predict from many connections, until `end`."""

    def __init__(self, url: str, answers: list[str], connections: int = 32) -> None:
        self._process = subprocess.Popen(
            [
                "wrk", "--threads", "1", "--connections", str(connections), "--duration", "300", "--script", SCRIPT,
                f"{url}/predict", "--", ROW, *answers,
            ],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )  # fmt: skip

    def end(self) -> Outcome:
        """Stops sending and tells what became of all."""
        self._process.send_signal(signal.SIGINT)
        output, _ = self._process.communicate(timeout=30)
        try:
            return Outcome(**json.loads(output.splitlines()[-1]))
        except (ValueError, IndexError):
            raise RuntimeError(f"wrk failed: {output}") from None
