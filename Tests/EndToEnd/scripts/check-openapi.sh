#!/usr/bin/env bash
# Has a running server's description of itself read by those who will read it: a validator of OpenAPI, and Schemathesis,
# which makes requests from it, good and bad, and holds every answer against what is promised. SEED repeats a run.
set -euo pipefail
. "$(dirname "$0")/start-server.sh"
program=$1
python=$2
seed=${SEED:-$RANDOM}
hooks=$(cd "$(dirname "$0")" && pwd)/schemathesis_hooks.py
bin=$(cd "$(dirname "$python")" && pwd)

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"; kill "$server" 2>/dev/null || true' EXIT
start_server "$scratch/log" "$program"
address=http://127.0.0.1:$port/openapi.json

curl --silent --fail "$address" >"$scratch/openapi.json"
"$bin/openapi-spec-validator" "$scratch/openapi.json"

# QUERY is left out of the methods that no path takes: to a server that does not know it the answer is 501, RFC 9110
# section 9.1, where Schemathesis wants 405.
cat >"$scratch/schemathesis.toml" <<END
hooks = "$hooks"

[phases.coverage]
unexpected-methods = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "PATCH", "TRACE"]
END
echo "  seed $seed"
cd "$scratch"
timeout 120 "$bin/schemathesis" --config-file schemathesis.toml run "$address" \
  --checks all --max-examples 100 --seed "$seed" --no-color | tee report
grep -E 'Test cases:' -A 1 report | sed -n 's/^ *\([0-9]* generated.*\)/  \1 requests/p'
