# Sourced by the scripts beside it. The database is the one that libpq's variables name (PGHOST, PGPORT, PGUSER, PGDATABASE, with the password
# in PGPASSFILE or ~/.pgpass), or the embedded one of a data directory. No secret is ever an argument. LIMIT_SECONDS bounds each long step.
# shellcheck shell=bash
export PGCONNECT_TIMEOUT=${PGCONNECT_TIMEOUT:-10} PGAPPNAME=breakwater-operations
limit=${LIMIT_SECONDS:-3600}
umask 077

fail() {
  echo "$(basename -- "$0"): $*" >&2
  exit 1
}

# The first comment of the script says how to use it.
usage() {
  sed -n '2,/^[^#]/s/^# \{0,1\}//p' "$1" >&2
  exit 2
}

need() {
  local program
  for program; do command -v "$program" >/dev/null || fail "needs $program, which is not installed"; done
}

sql() {
  timeout "$limit" psql -X -q -A -t -v ON_ERROR_STOP=1 -c "$1"
}

is_breakwater() {
  [ -r "$1" ] || fail "$1 cannot be read"
  unzip -p "$1" META-INF/MANIFEST.MF 2>/dev/null | grep -q '^Start-Class: dev.breakwater' || fail "$1 is no breakwater.jar"
}

free_port() {
  local port
  while port=$((20000 + RANDOM % 12000)); do
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
  done
}

# Whether the PostgreSQL of this data directory runs.
runs() {
  local pid
  pid=$(head -n 1 "$1/postgresql/postmaster.pid" 2>/dev/null) && [ "$(cat "/proc/$pid/comm" 2>/dev/null)" = postgres ]
}

# Points libpq at the embedded PostgreSQL, which runs. The password stays in a file of this user's own.
use_embedded() {
  PGPORT=$(sed -n 4p "$1/postgresql/postmaster.pid")
  PGPASSFILE=$2/pgpass
  printf '127.0.0.1:%s:*:breakwater:%s\n' "$PGPORT" "$(cat "$1/postgresql.password")" >"$PGPASSFILE"
  export PGHOST=127.0.0.1 PGPORT PGUSER=breakwater PGDATABASE=breakwater PGPASSFILE
}

# pg_dump and pg_restore of an older major version do not read a newer server.
tools_fit() {
  local server tools
  server=$(($(sql 'show server_version_num') / 10000))
  tools=$(pg_dump --version | grep -o '[0-9]\+' | head -n 1)
  [ "$tools" -ge "$server" ] || fail "pg_dump is of version $tools, the server of $server: install postgresql-client-$server"
}

# 0 as soon as the server at this address is ready, 1 when it is not within so many seconds, or when the process has ended.
await_ready() {
  local end=$((SECONDS + $2))
  while [ $SECONDS -lt $end ]; do
    if curl -fs -m 5 -o /dev/null "$1/actuator/health/readiness"; then return 0; fi
    if [ -n "${3:-}" ] && ! kill -0 "$3" 2>/dev/null; then return 1; fi
    sleep 0.5
  done
  return 1
}
