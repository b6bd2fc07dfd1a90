"""What the run was made on.

計測を行った環境。
"""

import datetime
import os
import platform
import subprocess
from pathlib import Path

from .peers import PYTHON
from .plan import PROCESSORS


def describe() -> dict:
    """Names the machine and the tools. No host names.

    計算機と道具を記す（ホスト名は含めない）。
    """
    models = [
        line.partition(":")[2].strip()
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        if line.startswith("model name")
    ]
    release = dict(
        line.split("=", 1) for line in Path("/etc/os-release").read_text(encoding="utf-8").splitlines() if "=" in line
    )
    return {
        "date": datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%d %H:%M UTC"),
        "cpu": models[0] if models else platform.machine(),
        "cores": len(PROCESSORS),
        "kernel": f"Linux {os.uname().release}",
        "system": release.get("PRETTY_NAME", "").strip('"'),
        "load": os.getloadavg()[0],
        "swift": word(["swift", "--version"], "version"),
        "nginx": word(["/usr/sbin/nginx", "-v"], "nginx/"),
        "wrk": word(["wrk", "-v"], "wrk"),
        "python": word([str(PYTHON), "--version"], "Python"),
    }


def word(command: list[str], before: str) -> str:
    """Runs a command and returns the word that follows a text in what it prints.

    コマンドを実行し、出力の中で指定した文字列に続く語を返す。
    """
    result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    return (result.stdout.partition(before)[2].split() or ["?"])[0]
