"""What is compared: the floor, this server, nginx and the usual Python stack.

比較の対象（下限、このサーバー、nginx、通常の Python 構成）。
"""

import json
from pathlib import Path

from .plan import Plan
from .process import exchange, free_port, started

FOLDER = Path(__file__).parent.parent
ROOT = FOLDER.parent
TOOLS = ROOT / ".build" / "benchmarks"
PROGRAM = ROOT / ".build" / "release" / "model-server"
PYTHON = TOOLS / "venv" / "bin" / "python"

ROW = b'{"data":[[5.1,3.5,1.4,0.2]]}'
HEALTH = b"GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"

Command = tuple[list[str], int]


def post(body: bytes, closes: bool = False, identifier: str = "") -> bytes:
    """Writes a request for predictions.

    予測のリクエストを書く。
    """
    closing = b"Connection: close\r\n" if closes else b""
    closing += b"X-Request-ID: %s\r\n" % identifier.encode() if identifier else b""
    head = b"POST /predict HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
    return head + closing + b"Content-Length: %d\r\n\r\n" % len(body) + body


def server(workers: int = 1) -> Command:
    port = free_port()
    flags = {"host": "127.0.0.1", "port": port, "workers": workers, "log-level": "WARNING"}
    return [str(PROGRAM), *(str(word) for name, value in flags.items() for word in (f"--{name}", value))], port


def floor(plan: Plan, request: bytes, closes: bool = False) -> Command:
    """The floor answers with the bytes that the server answers with, and knows the request only by its length.

    下限プログラムはサーバーと同じバイト列で応答し、リクエストは長さだけで見分ける。
    """
    port = free_port()
    command = [str(TOOLS / "floor"), str(port), str(len(request)), str(answer_path(plan, closes))]
    return command + (["close"] if closes else []), port


def nginx(plan: Plan) -> Command:
    """nginx answers with the server's content; its own header fields are a little longer.

    nginx はサーバーと同じ本文で応答する。
    """
    port = free_port()
    folder = plan.scratch / f"nginx-{port}"
    folder.mkdir()
    # The worker is another user and makes its temporary folders below this one.
    plan.scratch.chmod(0o755)
    content = answer_path(plan, False).read_bytes().partition(b"\r\n\r\n")[2].decode()
    text = (FOLDER / "nginx.conf").read_text(encoding="utf-8")
    for name, value in {"FOLDER": folder, "PORT": port, "CONTENT": content}.items():
        text = text.replace(f"@{name}@", str(value))
    path = folder / "nginx.conf"
    path.write_text(text, encoding="utf-8")
    return ["/usr/sbin/nginx", "-e", "stderr", "-p", str(folder), "-c", str(path)], port


# What uvicorn takes where only itself and FastAPI were installed, and at its best.
FASTAPI = "fastapi_app:app --loop asyncio --http h11"
FASTAPI_TUNED = "fastapi_app:tuned --loop uvloop --http httptools --no-access-log"


def fastapi(options: str = FASTAPI) -> Command:
    port = free_port()
    command = [str(PYTHON), "-m", "uvicorn", *options.split(), "--app-dir", str(FOLDER), "--port", str(port)]
    return [*command, "--host", "127.0.0.1", "--workers", "1"], port


def answer_path(plan: Plan, closes: bool) -> Path:
    return plan.scratch / ("answer-close" if closes else "answer")


def record_answers(plan: Plan) -> None:
    """Keeps the server's answers for the floor, and has the Python stack confirm the prediction.

    下限プログラム用にサーバーの応答を保存し、Python 構成の予測と一致することを確かめる。
    """
    command, port = server()
    with started(command, port):
        for closes in (False, True):
            answer_path(plan, closes).write_bytes(exchange(port, post(ROW, closes)))
    command, port = fastapi()
    with started(command, port):
        theirs = json.loads(exchange(port, post(ROW)).partition(b"\r\n\r\n")[2])
    ours = json.loads(answer_path(plan, False).read_bytes().partition(b"\r\n\r\n")[2])
    if ours != theirs:
        raise RuntimeError(f"the servers do not agree: {ours} and {theirs}")
