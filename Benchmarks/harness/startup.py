"""From the execution of a program to its first answer.

プログラムの実行から最初の応答まで。
"""

import subprocess

from . import peers
from .plan import UNPRIVILEGED, Plan
from .process import ENVIRONMENT

LIMIT = 60


def startup(plan: Plan) -> dict:
    """Starts each as often as the plan says, one after the other. Microseconds.

    計画された回数だけ順番に起動する。単位はマイクロ秒。
    """
    subjects = {
        "floor": peers.floor(plan, peers.HEALTH),
        "server": peers.server(),
        "nginx": peers.nginx(plan),
        "fastapi": peers.fastapi(),
    }
    return plan.interleave(subjects, first_answer, plan.startups)


def first_answer(subject: peers.Command) -> dict[str, float]:
    command, port = subject
    result = subprocess.run(
        [*UNPRIVILEGED, str(peers.TOOLS / "startup"), str(port), *command],
        env=ENVIRONMENT, stdout=subprocess.PIPE, text=True, check=True, timeout=LIMIT,
    )
    return {"startup_us": int(result.stdout)}
