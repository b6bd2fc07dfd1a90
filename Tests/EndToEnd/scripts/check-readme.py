"""Runs the commands of the READMEs whose output follows, against a running server, and compares what they print.

README のうち出力が続くコマンドを、動作中のサーバーに対して実行し、出力を比べる。

    check-readme.py PROGRAM PORT
"""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
COMMAND_AND_OUTPUT = re.compile(r"^```sh\n((?:(?!```).*\n)+)```\n\n```\n((?:(?!```).*\n)+)```$", re.MULTILINE)
IN_A_CONTAINER = re.compile(r"kubectl exec \"\$pod\" -- /model-server")
# What takes a cluster or an engine of containers. Tests/Container has those.
ELSEWHERE = re.compile(r"\b(docker|kubectl|make|minikube|podman)\b")


def prints_it(command: str, expected: str, environment: dict[str, str]) -> bool:
    run = subprocess.run(
        ["bash", "-c", command], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    # A terminal shows an answer without a line's end as a line, too.
    if run.returncode == 0 and run.stdout.rstrip("\n") == expected.rstrip("\n"):
        return True
    print(f"{command}prints\n{run.stdout}{run.stderr}\nand not\n{expected}")
    return False


def check(document: str, program: Path, port: str) -> bool:
    """Whether every command that can run here does print what the document says; there has to be one."""
    environment = {**os.environ, "PORT": port, "url": f"http://127.0.0.1:{port}"}
    outcomes, elsewhere = [], 0
    for command, expected in COMMAND_AND_OUTPUT.findall((ROOT / document).read_text(encoding="utf-8")):
        # The server of the README is at its default port, and the program where a build leaves it or in a pod.
        own = command.replace("localhost:8000", f"127.0.0.1:{port}").replace(".build/release/model-server", str(program))
        own = IN_A_CONTAINER.sub(str(program), own)
        if ELSEWHERE.search(own):
            elsewhere += 1
        else:
            outcomes.append(prints_it(own, expected, environment))
    print(f"  {sum(outcomes)} of {len(outcomes)} commands in {document} print what it says, {elsewhere} need more than this")
    return outcomes != [] and all(outcomes)


def main() -> int:
    program, port = Path(sys.argv[1]).resolve(), sys.argv[2]
    return 0 if all([check(document, program, port) for document in ("README.md", "k8s/README.md")]) else 1


if __name__ == "__main__":
    sys.exit(main())
