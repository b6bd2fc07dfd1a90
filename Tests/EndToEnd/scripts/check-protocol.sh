#!/usr/bin/env bash
# Has a running server asked by the clients that users of the Open Inference Protocol have: Triton's and KServe's.
set -euo pipefail
program=$1
python=$2
scripts=$(dirname "$0")

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"; kill "$server" 2>/dev/null || true' EXIT
HOST=127.0.0.1 PORT=0 WORKERS=2 "$program" >"$scratch/log" &
server=$!
for _ in $(seq 100); do grep -q listening "$scratch/log" && break; sleep 0.1; done
port=$(sed -n 's/.*127\.0\.0\.1:\([0-9]*\).*/\1/p' "$scratch/log")

"$python" "$scripts/ask_by_protocol.py" "127.0.0.1:$port"
