#!/usr/bin/env bash
# Has a running server's figures read by those who will read them: promtool, which also says where a name or a help text breaks
# Prometheus's rules, and the parser of Prometheus's client for Python.
set -euo pipefail
program=$1
python=$2
scripts=$(dirname "$0")
. "$scripts/start-server.sh"

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"; kill "$server" 2>/dev/null || true' EXIT
WORKERS=2 MAX_BODY=100 start_server "$scratch/log" "$program"
address=http://127.0.0.1:$port

fetch() { curl --silent --output /dev/null "$@"; }
# One answer of each kind, and a scrape before any: families without series, and all with some.
curl --silent --fail "$address/metrics" >"$scratch/first"
fetch --data '{"data":[[5.1,3.5,1.4,0.2]]}' "$address/predict" -H 'Content-Type: application/json'
fetch --data '{"data":[[5.1,3.5,1.4,0.2],[6.3,2.9,5.6,1.8]]}' "$address/predict/label" -H 'Content-Type: application/json'
fetch --data 'no JSON' "$address/predict" -H 'Content-Type: application/json'
fetch --data "$(printf %200s)" "$address/predict"
fetch --request BREW "$address/"
fetch --head "$address/health"
fetch "$address/%22nope%22"
curl --silent --fail "$address/metrics" >"$scratch/second"

for text in first second; do promtool check metrics <"$scratch/$text"; done
"$python" "$scripts/read_metrics.py" "$scratch/first"
"$python" "$scripts/read_metrics.py" "$scratch/second" whole
[ "$(grep -c . "$scratch/second")" -gt "$(grep -c . "$scratch/first")" ] || { echo "nothing was counted"; exit 1; }
