"""Asks bash, zsh and fish how they complete command lines, by the scripts that the program prints.

usage: check_completion.py PROGRAM

bash and zsh are asked at a terminal, by a key that puts all they offer into the line; fish tells on a command.
"""
import os
import pty
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

COMMANDS = "serve inspect score selftest healthcheck completion man"
LEVELS = "DEBUG INFO WARNING ERROR"
ALWAYS = "--version --help"

# A command line behind the program's name, and what is offered for its last word.
ROWS = [
    ("", COMMANDS),
    ("sc", "score"),
    ("se", "serve selftest"),
    ("rows", ""),
    ("--log-", "--log-level --log-format"),
    ("--vers", "--version"),
    ("--log-level ", LEVELS),
    ("--log-level=", LEVELS),
    ("--log-level=D", "DEBUG"),
    ("serve --log-level W", "WARNING"),
    ("--port ", ""),
    ("--port=", ""),
    ("--port 80 hea", "healthcheck"),
    ("--port=80 hea", "healthcheck"),
    ("--log-level INFO --sand", "--sandbox"),
    ("--log-level=INFO --sand", "--sandbox"),
    ("serve --reuse-port o", "off on"),
    ("serve --js", ""),
    ("healthcheck --", "--host --port " + ALWAYS),
    ("inspect --", "--json " + ALWAYS),
    ("selftest --j", "--json"),
    ("man --", ALWAYS),
    ("score --", "--format --header --on-error " + ALWAYS),
    ("score --format ", "auto csv jsonl"),
    ("score --format=", "auto csv jsonl"),
    ("score --header=n", "no"),
    ("score ro", "rows.csv"),
    ("score --format csv ro", "rows.csv"),
    ("score rows.csv --on", "--on-error"),
    ("inspect ro", ""),
    ("completion ", "bash zsh fish"),
    ("completion z", "zsh"),
]

BASH = r"""
bind 'set enable-bracketed-paste off'
bind '"\C-x": insert-completions'
bind -x '"\C-t": printf %s "$READLINE_LINE" >line; mv line answer; READLINE_LINE=;'
PS1=
"""

ZSH = r"""
PS1=
autoload -Uz compinit && compinit -u -D
zle -C all-matches complete-word _generic
zstyle ':completion:all-matches:*' completer _all_matches _complete
zstyle ':completion:all-matches:*' insert true
tell() { print -rn -- "$BUFFER" >line; mv line answer; BUFFER= }
zle -N tell
bindkey -e '^X' all-matches
bindkey -e '^T' tell
"""


class Terminal:
    """A shell that reads from a terminal."""

    def __init__(self, arguments: list[str], folder: Path, setup: str) -> None:
        self.answer = folder / "answer"
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.chdir(folder)
            environment = {"PATH": os.environ["PATH"], "TERM": "dumb", "HOME": str(folder), "INPUTRC": "/dev/null"}
            os.execvpe(arguments[0], arguments, environment)
        self.shown = b""
        threading.Thread(target=self.drain, daemon=True).start()
        (folder / "setup").write_text(setup)
        self.ask(". ./setup\n")

    def drain(self) -> None:
        try:
            while True:
                self.shown += os.read(self.terminal, 65536)
        except OSError:
            pass

    def ask(self, keys: str) -> str:
        """The command line after the keys."""
        os.write(self.terminal, keys.encode() + b"\x14")
        deadline = time.monotonic() + 60
        while not self.answer.exists():
            if time.monotonic() > deadline:
                self.close()
                sys.exit(f"no answer to {keys!r}; the terminal shows {self.shown.decode(errors='replace')}")
            time.sleep(0.01)
        text = self.answer.read_text()
        self.answer.unlink()
        return text

    def offered(self, line: str) -> list[str]:
        completed = self.ask(line + "\x18")
        # What stands in the place of the last word.
        place = max(line.rfind(" "), line.rfind("=")) + 1
        return [] if completed == line else completed[place:].split()

    def close(self) -> None:
        os.kill(self.process, 9)
        os.waitpid(self.process, 0)


class Fish:
    def __init__(self, folder: Path, script: Path) -> None:
        self.folder, self.script = folder, script

    def offered(self, line: str) -> list[str]:
        output = subprocess.run(
            ["fish", "--no-config", "-c", 'source $argv[1]; complete -C "$argv[2]"', str(self.script), line],
            cwd=self.folder, env={"PATH": os.environ["PATH"], "HOME": str(self.folder)},
            check=True, capture_output=True, text=True)
        if output.stderr:
            sys.exit(output.stderr)
        return [word.split("\t")[0] for word in output.stdout.splitlines()]

    def close(self) -> None:
        pass


def shells(program: Path, folder: Path) -> Iterator[tuple[str, Terminal | Fish]]:
    """Each shell as a person sets it up."""
    scripts = {}
    for name in ["bash", "zsh", "fish"]:
        scripts[name] = folder / f"script.{name}"
        with scripts[name].open("w") as file:
            subprocess.run([program, "completion", name], check=True, stdout=file)
    work = folder / "work"
    work.mkdir()
    (work / "rows.csv").touch()
    yield "bash", Terminal(["bash", "--norc", "--noprofile"], work, f"{BASH}. {scripts['bash']}\n")
    words = "COMP_WORDBREAKS=${COMP_WORDBREAKS//=}\n"
    yield "bash, = in words", Terminal(["bash", "--norc", "--noprofile"], work, f"{words}{BASH}. {scripts['bash']}\n")
    yield "zsh", Terminal(["zsh", "-f"], work, f"{ZSH}. {scripts['zsh']}\n")
    functions = folder / "functions"
    functions.mkdir()
    scripts["zsh"].rename(functions / "_model-server")
    yield "zsh, from $fpath", Terminal(["zsh", "-f"], work, f"fpath+={functions}\n{ZSH}")
    yield "fish", Fish(work, scripts["fish"])


def main() -> None:
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, shell in shells(Path(sys.argv[1]).resolve(), Path(folder)):
            for line, expected in ROWS:
                offered = shell.offered(f"model-server {line}")
                # A flag with its equals sign, and a value with its flag before it.
                words = [word.rstrip("=").split("=")[-1] for word in offered]
                if sorted(words) != sorted(expected.split()):
                    wrong += 1
                    print(f"{name}: model-server {line!r}: {offered}, expected {expected.split()}")
            shell.close()
            print(f"  {name}: {len(ROWS)} rows")
    sys.exit(wrong > 0)


main()
