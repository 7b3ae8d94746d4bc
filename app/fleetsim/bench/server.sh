# Sourced by the benchmarks: starts the built jar on a free port with a data directory of its own, and stops it again.
# shellcheck shell=bash
bench_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)
# shellcheck source=/dev/null
. "$bench_root/.mvn/jdk.sh"
bench_jar=${BREAKWATER_JAR:-$bench_root/app/server/target/breakwater.jar}
bench_java=$JAVA_HOME/bin/java
bench_dir=$(mktemp -d)
bench_pid=
export BREAKWATER_DATA_DIR=$bench_dir/data BREAKWATER_ADMIN_TOKEN=bench-admin-token
printf '%s' "$BREAKWATER_ADMIN_TOKEN" >"$bench_dir/token"
[ -r "$bench_jar" ] || { echo "build it first: mvn package -DskipTests" >&2; exit 1; }

free_port() {
  local port
  while port=$((20000 + RANDOM % 20000)); do
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
  done
}

# Starts the server; returns when it is healthy. Sets bench_pid and bench_url.
start_server() {
  local port
  port=$(free_port)
  bench_url=http://127.0.0.1:$port
  SERVER_PORT=$port "$bench_java" "$@" -jar "$bench_jar" >"$bench_dir/log" 2>&1 &
  bench_pid=$!
  for _ in $(seq 1 1200); do
    if curl -sf -o /dev/null "$bench_url/actuator/health"; then return; fi
    kill -0 "$bench_pid" 2>/dev/null || break
    sleep 0.05
  done
  echo "the server did not start:" >&2
  tail -20 "$bench_dir/log" >&2
  exit 1
}

# Points libpq at the embedded database of the server, which has started.
use_database() {
  PGPORT=$(sed -n 4p "$BREAKWATER_DATA_DIR/postgresql/postmaster.pid")
  PGPASSWORD=$(cat "$BREAKWATER_DATA_DIR/postgresql.password")
  export PGHOST=127.0.0.1 PGPORT PGUSER=postgres PGDATABASE=breakwater PGPASSWORD
}

sql() { psql -qAtX -v ON_ERROR_STOP=1 "$@"; }

call() { # METHOD PATH [BODY] → the answer, in $bench_dir/answer
  local code
  code=$(curl -s -o "$bench_dir/answer" -w '%{http_code}' -X "$1" -H "Authorization: Bearer $BREAKWATER_ADMIN_TOKEN" \
    -H 'Content-Type: application/json' ${3+-d "$3"} "$bench_url$2")
  [ "${code:0:1}" = 2 ] || { echo "$1 $2: $code $(head -c 600 "$bench_dir/answer")" >&2; tail -30 "$bench_dir/log" >&2; exit 1; }
}

stop_server() {
  [ -z "$bench_pid" ] || { kill "$bench_pid" 2>/dev/null && wait "$bench_pid"; } || true
  bench_pid=
}

trap 'stop_server; rm -rf "$bench_dir"' EXIT
