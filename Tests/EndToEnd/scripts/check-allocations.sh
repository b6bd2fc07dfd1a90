#!/usr/bin/env bash
# Counts what a request allocates and frees in the release binary: nothing. A debugger counts the calls of the allocator's
# functions while requests are answered; the requests before that have brought every buffer to its size.
set -euo pipefail
export KEEP_SYMBOLS=1
build=(swift build -c release --product model-server --scratch-path .build/symbols)
"${build[@]}"
program=$("${build[@]}" --show-bin-path)/model-server
log=$(mktemp)
trap 'rm -f "$log" "$log".*; kill "$server" 2>/dev/null || true' EXIT

HOST=127.0.0.1 PORT=0 WORKERS=1 "$program" >"$log" &
server=$!
for _ in $(seq 100); do grep -q listening "$log" && break; sleep 0.1; done
port=$(sed -n 's/.*127\.0\.0\.1:\([0-9]*\).*/\1/p' "$log")

requests() { # requests COUNT: one connection, pipelined by ten, then one by one; the POST routes, a batch and an error
  python3 - "$port" "$1" <<'PYTHON'
import http.client
import socket
import sys

port, count = int(sys.argv[1]), int(sys.argv[2])
connection = http.client.HTTPConnection("127.0.0.1", port)
bodies = ['{"data":[[5.1,3.5,1.4,0.2]]}', '{"data":[[5.1,3.5,1.4,0.2],[6.3,2.9,5.6,1.8]]}', '{"data":[[1]]}', "no JSON"]
rows = '{"name":"input","datatype":"FP32","shape":[2,4],"data":[[5.1,3.5,1.4,0.2],[6.3,2.9,5.6,1.8]]}'
classes = '{"name":"output_probability","parameters":{"binary_data":true,"classification":2}}'
inferences = ['{"inputs":[%s]}' % rows, '{"inputs":[%s],"outputs":[%s]}' % (rows, classes), '{"inputs":[]}']
inferred = {"Content-Type": "application/json", "traceparent": "00-%032x-%016x-01" % (1, 1)}
for number in range(count):
    path = "/predict/label" if number % 3 == 0 else "/predict"
    connection.request("POST", path, bodies[number % len(bodies)], {"Content-Type": "application/json"})
    connection.getresponse().read()
    inferred["X-Request-Id"] = "request-%d" % number
    connection.request("POST", "/v2/models/iris_svc/infer", inferences[number % len(inferences)], inferred)
    connection.getresponse().read()
with socket.create_connection(("127.0.0.1", port)) as raw:
    request = b"GET /predict/test HTTP/1.1\r\nHost: a\r\n\r\n"
    for _ in range(count // 10):
        raw.sendall(request * 10)
        received = b""
        while received.count(b"HTTP/1.1 200") < 10 or not received.endswith(b"}"):
            received += raw.recv(65536)
PYTHON
}

requests 200
# The connection's own memory: one more round with the same shapes of requests, counted.
cat >"$log.gdb" <<'GDB'
set pagination off
set breakpoint pending off
handle SIGTERM nostop noprint pass
break malloc
break calloc
break realloc
break posix_memalign
break free
ignore 1 1000000
ignore 2 1000000
ignore 3 1000000
ignore 4 1000000
ignore 5 1000000
shell touch "$READY"
continue
info breakpoints
detach
GDB
READY="$log.ready" gdb -q -batch -p "$server" -x "$log.gdb" >"$log.out" 2>&1 &
debugger=$!
for _ in $(seq 300); do [ -e "$log.ready" ] && break; sleep 0.1; done
sleep 1
requests 2000
kill -INT "$debugger"
wait "$debugger" || true
grep -q "posix_memalign" "$log.out" || { cat "$log.out"; echo "the debugger did not count"; exit 1; }
hits=$(awk '/already hit/ {sum += $4} END {print sum + 0}' "$log.out")
# Dispatch may end an idle thread and make another; that is a handful of calls whatever the number of requests.
echo "  $hits calls of the allocator in 6,000 requests"
[ "$hits" -le 20 ] || { echo "requests allocate"; exit 1; }
