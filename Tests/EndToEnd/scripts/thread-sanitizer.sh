#!/usr/bin/env bash
# Runs the end-to-end tests, and a load on several workers, against a server that the thread sanitizer watches; fails where it
# saw a race. The sanitizer ends a server at its first race with status 66 and leaves what it saw in a file.
set -euo pipefail
cd "$(dirname "$0")/../../.."
. Tests/EndToEnd/scripts/start-server.sh

scratch=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill -KILL "$server" 2>/dev/null; rm -rf "$scratch"' EXIT
swift build --product model-server --sanitize=thread --scratch-path .build/tsan
swift build --build-tests

# The sanitizer makes system calls that the sandbox refuses, and needs memory of its own. The tests give the server an environment of their own, so the options are set in between.
program=$scratch/model-server
cat >"$program" <<END
#!/bin/sh
SANDBOX=\${SANDBOX:-off} TSAN_OPTIONS="halt_on_error=1:exitcode=66:log_path=$scratch/race" exec "$PWD/.build/tsan/debug/model-server" "\$@"
END
chmod +x "$program"

failed=0

# A test has one connection or two, which one worker serves; only many at once make workers run side by side.
load() {
  local requests status=0
  WORKERS=4 LOG_LEVEL=DEBUG start_server "$scratch/log" "$program"
  requests=(curl --silent --fail --parallel --parallel-max 64 --output /dev/null)
  "${requests[@]}" --data '{"data":[[5.1,3.5,1.4,0.2]]}' -H 'Content-Type: application/json' \
    "http://127.0.0.1:$port/predict?[1-2000]" 2>"$scratch/curl" || failed=1
  "${requests[@]}" -H 'Connection: close' "http://127.0.0.1:$port/metadata?[1-2000]" 2>>"$scratch/curl" || failed=1
  # The end, in the midst of requests; which of them are answered is for the tests to say.
  "${requests[@]}" "http://127.0.0.1:$port/predict/test?[1-20000]" 2>>"$scratch/curl" &
  sleep 1
  kill "$server" || true
  wait "$server" || status=$?
  server=
  wait
  echo "  $(grep -c access "$scratch/log") requests on 4 workers, exit status $status"
  [ $status -eq 0 ] || failed=1
}

load
MODEL_SERVER=$program REQUESTS=2000 swift test --skip-build --filter EndToEndTests --skip "entersItsSandbox|idleConnectionsHoldLittleMemory|memoryStaysFlat" || failed=1

shopt -s nullglob
reports=("$scratch"/race.*)
echo "  ${#reports[@]} reports of the thread sanitizer"
[ ${#reports[@]} -eq 0 ] || { cat "${reports[@]}"; exit 1; }
exit $failed
