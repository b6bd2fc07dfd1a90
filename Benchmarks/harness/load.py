"""Requests as fast as wrk can send them: keep-alive, one connection, pipelined, a connection a request, two workers.

wrk が送れる最大速度での負荷（持続接続、単一接続、パイプライン、毎回の接続、二つのワーカー）。
"""

import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from . import peers
from .plan import LOAD_PROCESSOR, Plan, pinned
from .process import TICKS, Server, all_started

CONNECTIONS = 64
PIPELINED = 16
MANY_ROWS = 500
PAUSE = 2


@dataclass(frozen=True)
class Load:
    """What wrk does to a server: the bytes it repeats, its connections, the longest pause in milliseconds.

    wrk がサーバーに与える負荷（繰り返すバイト列、接続数、最長の休止ミリ秒）。
    """

    requests: Path
    seconds: int
    connections: int = CONNECTIONS
    processor: int | None = LOAD_PROCESSOR
    pause: int = 0

    def apply(self, server: Server) -> dict[str, float]:
        """Runs wrk once. Times are in microseconds; `busy` and `load_busy` are processors kept busy.

        wrk を 1 回実行する。時間はマイクロ秒、`busy` と `load_busy` は占有したプロセッサー数。
        """
        script = str(peers.FOLDER / "load.lua")
        command = ["wrk", "-t", "1", "-c", str(self.connections), "-d", f"{self.seconds}s", "-s", script]
        command += [f"http://127.0.0.1:{server.port}/", "--", str(self.requests), str(self.pause)]
        machine = busy_ticks()
        user, kernel = server.cpu()
        switches = server.switches()
        wrk = subprocess.Popen(pinned(command, self.processor), stdout=subprocess.PIPE, text=True)
        with wrk.stdout:
            report = json.loads(wrk.stdout.read().splitlines()[-1])
        usage = os.wait4(wrk.pid, 0)[2]
        wrk.returncode = 0
        user, kernel = (after - before for after, before in zip(server.cpu(), (user, kernel), strict=True))
        switches = server.switches() - switches
        seconds = report["microseconds"] / 1e6
        generator = usage.ru_utime + usage.ru_stime
        others = (busy_ticks() - machine) / TICKS - user - kernel - generator
        return {
            "requests_per_s": report["requests"] / seconds,
            "cpu_us": (user + kernel) / max(report["requests"], 1) * 1e6,
            "kernel_share": kernel / max(user + kernel, 1 / TICKS),
            "switches": max(switches, 0) / max(report["requests"], 1),
            "p50_us": report["p50"],
            "p99_us": report["p99"],
            "busy": (user + kernel) / seconds,
            "load_busy": generator / seconds,
            "others_busy": max(others, 0) / seconds,
            "errors": report["errors"],
        }


def busy_ticks() -> int:
    """Sums the ticks that all processors of the machine were not idle.

    全プロセッサーが稼働していたティック数を合計する。
    """
    fields = Path("/proc/stat").read_text(encoding="ascii").splitlines()[0].split()[1:9]
    user, nice, system, _, _, interrupt, soft, stolen = map(int, fields)
    return user + nice + system + interrupt + soft + stolen


def write_requests(plan: Plan, name: str, requests: bytes) -> Path:
    path = plan.scratch / name
    path.write_bytes(requests)
    return path


def keep_alive(plan: Plan) -> dict:
    return keep_alive_load(plan, CONNECTIONS, plan.seconds)


def one_connection(plan: Plan) -> dict:
    """One request at a time: the latency of a server that has nothing else to do.

    一度に一つのリクエストを送り、ほかの負荷がない応答時間を測る。
    """
    return keep_alive_load(plan, 1, max(1, plan.seconds // 2))


def paced(plan: Plan) -> dict:
    """Clients that pause between requests: latency where neither server nor wrk is saturated.

    リクエストの間に休むクライアント。サーバーも wrk も飽和しないときの応答時間。
    """
    return keep_alive_load(plan, CONNECTIONS, plan.seconds, pause=PAUSE)


def keep_alive_load(plan: Plan, connections: int, seconds: int, pause: int = 0) -> dict:
    request = peers.post(peers.ROW)
    load = Load(write_requests(plan, "keep-alive", request), seconds, connections, pause=pause)
    subjects = {
        "floor": peers.floor(plan, request),
        "server": peers.server(),
        "nginx": peers.nginx(plan),
        "fastapi": peers.fastapi(),
        "fastapi_tuned": peers.fastapi(peers.FASTAPI_TUNED),
    }
    with all_started(subjects) as servers:
        return plan.interleave(servers, load.apply)


def pipelined(plan: Plan) -> dict:
    """Sixteen requests in one write, sixteen answers awaited.

    16 個のリクエストを一度に書き、16 個の応答を待つ。
    """
    request = peers.post(peers.ROW)
    load = Load(write_requests(plan, "pipelined", request * PIPELINED), plan.seconds)
    subjects = {"floor": peers.floor(plan, request), "server": peers.server(), "nginx": peers.nginx(plan)}
    with all_started(subjects) as servers:
        return plan.interleave(servers, load.apply)


def heads(plan: Plan) -> dict:
    """Pipelined requests that have all the same identifier, and each its own.

    識別子がすべて同じ場合と、リクエストごとに異なる場合のパイプライン。
    """
    loads = {}
    for name, step in (("same_heads", 0), ("other_heads", 1)):
        requests = b"".join(peers.post(peers.ROW, identifier=f"{index * step:016x}") for index in range(PIPELINED))
        loads[name] = Load(write_requests(plan, name, requests), plan.seconds)
    with all_started({"server": peers.server()}) as servers:
        return plan.interleave(loads, lambda load: load.apply(servers["server"]))


def churn(plan: Plan) -> dict:
    """A connection for every request.

    リクエストごとに接続を張る。
    """
    request = peers.post(peers.ROW, closes=True)
    load = Load(write_requests(plan, "churn", request), plan.seconds)
    subjects = {
        "floor": peers.floor(plan, request, closes=True),
        "server": peers.server(),
        "nginx": peers.nginx(plan),
    }
    with all_started(subjects) as servers:
        return plan.interleave(servers, load.apply)


def workers(plan: Plan) -> dict:
    """One worker and two, on all processors, with requests of many rows: wrk, which shares them, has little to do.

    一つと二つのワーカーを、wrk の負担が小さい多数行のリクエストで、全プロセッサーを使って比べる。
    """
    body = b'{"data":[' + b",".join([peers.ROW[9:-2]] * MANY_ROWS) + b"]}"
    load = Load(write_requests(plan, "many-rows", peers.post(body)), plan.seconds, processor=None)
    with all_started({"1": peers.server(1), "2": peers.server(2)}, processor=None) as servers:
        return plan.interleave(servers, load.apply)
