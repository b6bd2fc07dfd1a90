"""What has to be shipped.

配布に必要な大きさ。
"""

import os
import subprocess
from pathlib import Path

from . import peers
from .plan import Plan

# What the Python stack needs of its interpreter and packages, asked from the interpreter itself.
PATHS = "import sys, sysconfig; print(sys.executable, sysconfig.get_path('stdlib'), sysconfig.get_path('purelib'))"
# Installed with Python, not needed to serve.
INSTALLERS = ("pip", "setuptools", "_distutils_hack", "pkg_resources")


def sizes(plan: Plan) -> dict:
    """Bytes of each peer's files, without an operating system under them; the server needs none.

    各対象のファイルのバイト数（OS を除く。サーバーは OS のファイルを必要としない）。
    """
    del plan
    executable, library, packages = subprocess.run(
        [str(peers.PYTHON), "-c", PATHS], stdout=subprocess.PIPE, text=True, check=True
    ).stdout.split()
    return {
        "server": {"bytes": peers.PROGRAM.stat().st_size},
        "nginx": {"bytes": Path("/usr/sbin/nginx").stat().st_size + libraries("/usr/sbin/nginx")},
        "fastapi": {
            "bytes": Path(executable).resolve().stat().st_size
            + libraries(executable)
            + tree(Path(library), ("test", "dist-packages", "site-packages"))
            + tree(Path(packages), INSTALLERS)
        },
    }


def tree(folder: Path, leaving_out: tuple[str, ...]) -> int:
    """Sums the files below a folder, without byte code and without some entries of the folder itself.

    フォルダー以下のファイルを合計する（バイトコードと指定された項目を除く）。
    """
    total = 0
    for root, folders, files in os.walk(folder):
        top = Path(root) == folder
        folders[:] = [name for name in folders if name != "__pycache__" and not (top and name in leaving_out)]
        total += sum((Path(root) / name).lstat().st_size for name in files)
    return total


def libraries(program: str) -> int:
    """Sums the shared libraries that a program is linked with.

    プログラムがリンクする共有ライブラリを合計する。
    """
    lines = subprocess.run(["ldd", program], stdout=subprocess.PIPE, text=True, check=True).stdout.splitlines()
    paths = {word for line in lines for word in line.split() if word.startswith("/")}
    return sum(Path(path).stat().st_size for path in paths)
