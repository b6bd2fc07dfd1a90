"""Runs the commands of the README whose output follows, against a running server, and compares what they print.

README のうち出力が続くコマンドを、動作中のサーバーに対して実行し、出力を比べる。

    check-readme.py PROGRAM PORT
"""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
COMMAND_AND_OUTPUT = re.compile(r"^```sh\n((?:(?!```).*\n)+)```\n\n```\n((?:(?!```).*\n)+)```$", re.MULTILINE)


def main() -> int:
    program, port = Path(sys.argv[1]).resolve(), sys.argv[2]
    examples = COMMAND_AND_OUTPUT.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    differing = 0
    for command, expected in examples:
        # The server of the README is at its default port, and the program where a build leaves it.
        own = command.replace("localhost:8000", f"127.0.0.1:{port}").replace(".build/release/model-server", str(program))
        run = subprocess.run(["bash", "-c", own], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
        # A terminal shows an answer without a line's end as a line, too.
        if run.returncode != 0 or run.stdout.rstrip("\n") != expected.rstrip("\n"):
            differing += 1
            print(f"{command}prints\n{run.stdout}{run.stderr}\nand not\n{expected}")
    print(f"  {len(examples) - differing} of {len(examples)} commands in the README print what it says")
    return 0 if examples and differing == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
