"""A process that is measured: its start and end, its processor time and its memory.

計測対象のプロセス（開始と終了、プロセッサー時間、メモリー）。
"""

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from .plan import SERVER_PROCESSOR, UNPRIVILEGED, pinned

TICKS = os.sysconf("SC_CLK_TCK")
ENVIRONMENT = {"PATH": os.environ["PATH"]}


@dataclass(frozen=True)
class Server:
    """A running server with its process identifier and port.

    稼働中のサーバー（プロセス ID とポート）。
    """

    pid: int
    port: int

    def tree(self) -> list[int]:
        """Lists the process and its children; nginx works in one.

        プロセスとその子を挙げる。
        """
        found = [self.pid]
        for pid in found:
            for path in Path(f"/proc/{pid}/task").glob("*/children"):
                found += map(int, path.read_text(encoding="ascii").split())
        return found

    def cpu(self) -> tuple[float, float]:
        """Sums the seconds spent in user and in kernel mode.

        ユーザーモードとカーネルモードの秒数を合計する。
        """
        user = kernel = 0
        for pid in self.tree():
            # The name in parentheses may hold spaces; the 14th and 15th fields are utime and stime.
            fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
            user += int(fields[11])
            kernel += int(fields[12])
        return user / TICKS, kernel / TICKS

    def switches(self) -> int:
        """Sums the context switches of all threads, those of ended ones apart.

        全スレッドのコンテキストスイッチを合計する（終了したスレッドを除く）。
        """
        total = 0
        for pid in self.tree():
            for path in Path(f"/proc/{pid}/task").glob("*/status"):
                for line in path.read_text(encoding="utf-8").splitlines():
                    if "ctxt_switches:" in line:
                        total += int(line.split()[1])
        return total

    def resident(self, field: str = "VmRSS") -> int:
        """Sums the resident memory in bytes, now (VmRSS) or at its highest (VmHWM).

        常駐メモリーをバイト単位で合計する（現在または最大）。
        """
        total = 0
        for pid in self.tree():
            for line in Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines():
                if line.startswith(f"{field}:"):
                    total += int(line.split()[1]) * 1024
        return total


def free_port() -> int:
    """Finds a TCP port that is free on 127.0.0.1.

    127.0.0.1 で空いている TCP ポートを見つける。
    """
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


@contextmanager
def started(command: list[str], port: int, processor: int | None = SERVER_PROCESSOR) -> Iterator[Server]:
    """Runs a server while the context lasts, from when it takes connections.

    コンテキストの間、接続を受け付けるサーバーを動かす。
    """
    process = subprocess.Popen(
        [*UNPRIVILEGED, *pinned(command, processor)], env=ENVIRONMENT,
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
    )
    try:
        limit = time.monotonic() + 30
        while True:
            try:
                socket.create_connection(("127.0.0.1", port)).close()
                break
            except ConnectionRefusedError:
                if process.poll() is not None or time.monotonic() > limit:
                    raise RuntimeError(f"{command[0]} does not serve") from None
                time.sleep(0.01)
        yield Server(process.pid, port)
    finally:
        process.terminate()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@contextmanager
def all_started(
    commands: dict[str, tuple[list[str], int]], processor: int | None = SERVER_PROCESSOR
) -> Iterator[dict[str, Server]]:
    """Runs several servers, given by command and port, while the context lasts.

    コンテキストの間、コマンドとポートで与えた複数のサーバーを動かす。
    """
    with ExitStack() as stack:
        yield {
            name: stack.enter_context(started(command, port, processor)) for name, (command, port) in commands.items()
        }


def exchange(port: int, request: bytes) -> bytes:
    """Sends one request on a connection of its own and returns the whole answer.

    専用の接続で一つのリクエストを送り、応答全体を返す。
    """
    with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
        connection.sendall(request)
        return receive_answer(connection)


def receive_answer(connection: socket.socket) -> bytes:
    """Receives one answer that states its length.

    長さが示された応答を一つ受け取る。
    """
    answer = bytearray()
    expected = None
    while expected is None or len(answer) < expected:
        received = connection.recv(1 << 20)
        if not received:
            raise ConnectionError("the connection ended within an answer")
        answer += received
        end = answer.find(b"\r\n\r\n") if expected is None else -1
        if end >= 0:
            fields = bytes(answer[:end]).lower().split(b"\r\n")
            length = next(field for field in fields if field.startswith(b"content-length:"))
            expected = end + 4 + int(length.split(b":")[1])
    return bytes(answer)
