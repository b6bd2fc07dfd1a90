# To be sourced: start_server LOG PROGRAM starts a server on a free port of 127.0.0.1 and waits until it listens. Its number is
# then in $server, its port in $port.
start_server() {
  HOST=127.0.0.1 PORT=0 "$2" >"$1" &
  server=$!
  for _ in $(seq 100); do grep -q listening "$1" && break; sleep 0.1; done
  port=$(sed -n 's/.*127\.0\.0\.1:\([0-9]*\).*/\1/p' "$1")
}
