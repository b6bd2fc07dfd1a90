#!/usr/bin/env bash
# Checks what the release binary is: static, hardened, stripped, small; and how it behaves: which files it opens, how much it holds.
set -euo pipefail
program=$1

file "$program" | grep -q "static-pie linked" || { echo "no static PIE"; exit 1; }
readelf -lW "$program" | grep -q GNU_RELRO || { echo "no RELRO"; exit 1; }
readelf -d "$program" | grep -q BIND_NOW || { echo "tables stay writable"; exit 1; }
if readelf -lW "$program" | grep -E 'GNU_STACK|LOAD' | grep -q 'RWE'; then echo "memory is writable and executable"; exit 1; fi
if readelf -d "$program" | grep -E 'NEEDED|RUNPATH|TEXTREL'; then echo "asks for what no static PIE needs"; exit 1; fi
file "$program" | grep -q ", stripped" || { echo "not stripped"; exit 1; }
size=$(stat -c %s "$program")
echo "  $size bytes"
[ "$size" -le 1600000 ] || { echo "larger than 1.6 MB"; exit 1; }

trace=$(mktemp)
trap 'rm -f "$trace"; kill "$server" 2>/dev/null || true' EXIT
HOST=127.0.0.1 PORT=0 strace -f -o "$trace" -e trace=open,openat,openat2,creat "$program" >"$trace.log" &
server=$!
for _ in $(seq 100); do grep -q listening "$trace.log" && break; sleep 0.1; done
port=$(sed -n 's/.*127\.0\.0\.1:\([0-9]*\).*/\1/p' "$trace.log")
child=$(pgrep -P "$server")
curl -sf -H 'Content-Type: application/json' -d '{"data":[[5.1,3.5,1.4,0.2]]}' "http://127.0.0.1:$port/predict" >/dev/null
kill "$child"
wait "$server"
rm -f "$trace.log"
opened=$(grep -o '"[^"]*"' "$trace" | sort -u)
echo "$opened" | sed 's/^/  opens /'
if echo "$opened" | grep -vE '^"/(proc|sys/fs/cgroup)/'; then echo "opens other files than /proc and cgroup ones"; exit 1; fi

HOST=127.0.0.1 PORT=0 "$program" >/dev/null &
server=$!
sleep 1
resident=$(awk '/VmRSS/ {print $2}' "/proc/$server/status")
echo "  $resident KiB resident when idle"
[ "$resident" -le 2048 ] || { echo "more than 2 MB resident"; exit 1; }
kill "$server"
wait "$server"
