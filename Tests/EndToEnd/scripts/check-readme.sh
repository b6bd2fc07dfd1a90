#!/usr/bin/env bash
# Runs the clients that the README shows, one a language, and its commands against a running server, and compares what each
# prints with what the README says.
set -euo pipefail
. "$(dirname "$0")/start-server.sh"
program=$1
python=$2
clients=$(cd "$(dirname "$0")/../../Clients" && pwd)
failed=0

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"; kill "$server" 2>/dev/null || true' EXIT
start_server "$scratch/log" "$program"

check() { # check LANGUAGE EXPECTED COMMAND [ARGUMENT...]
  local language=$1 expected=$clients/$2
  shift 2
  # A command that fails adds what nobody expects; one that is not installed does so too.
  { timeout 120 "$@" "http://127.0.0.1:$port" 2>"$scratch/errors" || echo "ended with $?"; } >"$scratch/printed"
  if diff -u "$expected" "$scratch/printed" >"$scratch/difference"; then
    echo "  $language prints what it should"
  else
    echo "$language:"
    cat "$scratch/difference" "$scratch/errors"
    failed=1
  fi
}

check curl predict.sh.txt "$clients/predict.sh"
check Python predict.txt "$python" "$clients/predict.py"
check JavaScript predict.txt node "$clients/predict.mjs"
check Go predict.txt go run "$clients/predict.go"
swiftc -swift-version 6 "$clients/predict.swift" -o "$scratch/predict"
check Swift predict.txt "$scratch/predict"
"$python" "$(dirname "$0")/check-readme.py" "$program" "$port" || failed=1
exit "$failed"
