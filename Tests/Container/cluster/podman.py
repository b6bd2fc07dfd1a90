"""Podman with a storage of its own, removed at the end, so that nobody else's containers are seen or touched.

専用ストレージで動く podman。終了時に消し、他のコンテナーには触れない。
"""

import json
import os
import subprocess
from pathlib import Path

CONFIGURATION = Path(__file__).parent.parent / "containers.conf"


class Podman:
    """Runs podman's commands; root is what it needs."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.network = f"model-in-binary-{os.getpid()}"
        self._environment = {**os.environ, "CONTAINERS_CONF": str(CONFIGURATION)}
        # Pods have addresses of their own on it, which only this machine can reach: no port is published.
        self("network", "create", self.network)

    def __call__(self, *arguments: str | Path) -> str:
        """Runs a command and returns what it printed; what it says on standard error is shown where it fails."""
        done = self._run(*arguments)
        if done.returncode != 0:
            raise RuntimeError(f"podman {' '.join(map(str, arguments))}: {done.stderr.strip()}")
        return done.stdout.strip()

    def succeeds(self, *arguments: str | Path) -> bool:
        """Runs a command and tells whether it succeeded."""
        return self._run(*arguments).returncode == 0

    def _run(self, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        folder = self.folder
        command = ["podman", "--root", folder / "storage", "--runroot", folder / "run", *arguments]
        return subprocess.run(command, capture_output=True, text=True, env=self._environment, timeout=300)

    def build(self, program: Path, tag: str, *options: str, context: Path = Path(".")) -> str:
        """Builds Dockerfile.scratch with a folder that holds the program in the place of its build stage.

        Its times are those of the epoch and its history names no layers of this machine, so that the same program gives
        the same image. Returns its digest.
        """
        self(
            "build", "--quiet", "--no-cache", "--timestamp", "0", "--layers=false", "--file", context / "Dockerfile.scratch",
            "--build-context", f"build={program.parent}", "--tag", tag, *options, context,
        )  # fmt: skip
        return self.inspect(tag, kind="image")["Digest"]

    def inspect(self, name: str, kind: str = "container") -> dict:
        """What podman knows of a container or an image."""
        return json.loads(self("inspect", "--type", kind, name))[0]

    def close(self) -> None:
        """Ends all containers and removes everything."""
        self("rm", "--force", "--all", "--time", "0")
        self("network", "rm", self.network)
        self("rmi", "--force", "--all")
