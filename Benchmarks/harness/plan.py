"""How much is measured.

計測の規模。
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

Subject = TypeVar("Subject")
Sample = TypeVar("Sample")


@dataclass(frozen=True)
class Plan:
    """Rounds and durations of one run, and the folder for its temporary files.

    1 回の実行の周回数と時間、および一時ファイルの置き場所。
    """

    scratch: Path
    name: str
    rounds: int
    seconds: int
    batches: int
    startups: int
    connections: int

    @classmethod
    def full(cls, scratch: Path) -> "Plan":
        return cls(scratch, "full", rounds=5, seconds=3, batches=20, startups=20, connections=10_000)

    @classmethod
    def quick(cls, scratch: Path) -> "Plan":
        return cls(scratch, "quick", rounds=1, seconds=1, batches=5, startups=3, connections=2_000)

    def describe(self) -> dict:
        return {"name": self.name, "rounds": self.rounds, "seconds": self.seconds, "startups": self.startups}

    def interleave(
        self, subjects: dict[str, Subject], take: Callable[[Subject], Sample], rounds: int | None = None
    ) -> dict[str, list[Sample]]:
        """Takes a sample of each in turn, round after round; each round begins with another one.

        各対象を順番に、周回ごとに開始位置を変えて計測する。
        """
        samples = {name: [] for name in subjects}
        order = list(subjects.items())
        for _ in range(rounds or self.rounds):
            for name, subject in order:
                samples[name].append(take(subject))
            order.append(order.pop(0))
        return samples


# With two processors or more, servers on one worker and load generators on one thread have one each.
PROCESSORS = sorted(os.sched_getaffinity(0))
SERVER_PROCESSOR = PROCESSORS[-1]
LOAD_PROCESSOR = PROCESSORS[0]


# Dispatch gives its threads a higher priority where it may, as root and not in a container without that capability. No
# server gets one here: it would be served before its peers by a busy machine, event by event, and could batch less.
UNPRIVILEGED = ["setpriv", "--bounding-set", "-sys_nice", "--inh-caps", "-sys_nice"] if os.geteuid() == 0 else []


def pinned(command: list[str], processor: int | None) -> list[str]:
    """Has a command run on one processor.

    コマンドを一つのプロセッサーで実行させる。
    """
    return command if processor is None else ["taskset", "-c", str(processor), *command]
