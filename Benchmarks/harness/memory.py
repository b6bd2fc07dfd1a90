"""Resident memory: idle, under load, and with many idle connections.

常駐メモリー（待機中、負荷時、多数の待機接続）。
"""

import resource
import socket
import time

from . import peers
from .load import Load, write_requests
from .plan import Plan
from .process import Server, all_started, exchange, receive_answer, started

# A source address has some 28,000 ports, of which earlier measurements may still hold many.
PER_ADDRESS = 2_000


def memory(plan: Plan) -> dict:
    """Resident bytes after one answer, and at their highest under the keep-alive load.

    応答 1 回の後と、持続接続の負荷での最大の常駐バイト数。
    """
    request = peers.post(peers.ROW)
    load = Load(write_requests(plan, "keep-alive", request), max(1, plan.seconds // 2))
    subjects = {
        "floor": peers.floor(plan, request),
        "server": peers.server(),
        "nginx": peers.nginx(plan),
        "fastapi": peers.fastapi(),
    }

    def take(server: Server) -> dict[str, float]:
        exchange(server.port, request)
        idle = server.resident()
        load.apply(server)
        return {"idle_bytes": idle, "loaded_bytes": server.resident("VmHWM")}

    with all_started(subjects) as servers:
        return plan.interleave(servers, take, rounds=1)


def idle_connections(plan: Plan) -> dict:
    """Resident bytes of the server with many keep-alive connections that have made one request each.

    1 回ずつリクエストした多数の持続接続を保つサーバーの常駐バイト数。
    """
    count = min(plan.connections, resource.getrlimit(resource.RLIMIT_NOFILE)[0] - 256)
    request = peers.post(peers.ROW)
    command, port = peers.server()
    connections = []
    with started(command, port) as server:
        exchange(port, request)
        before = server.resident()
        try:
            for index in range(count):
                source = (f"127.0.0.{2 + index // PER_ADDRESS}", 0)
                connection = socket.create_connection(("127.0.0.1", port), timeout=10, source_address=source)
                connections.append(connection)
                connection.sendall(request)
                receive_answer(connection)
            time.sleep(0.2)
            return {"connections": count, "before_bytes": before, "resident_bytes": server.resident()}
        finally:
            for connection in connections:
                connection.close()
