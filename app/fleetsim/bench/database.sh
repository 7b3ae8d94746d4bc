# Sourced after server.sh, once the server has started: the embedded database of the server under test, and hosts written straight into it.
# shellcheck shell=bash
# shellcheck disable=SC2154 # bench_dir and bench_url are set by server.sh
use_database
bench_postmaster=$(head -1 "$(find "$BREAKWATER_DATA_DIR" -name postmaster.pid | head -1)")

# Hosts 1 to N, of which host I has the credential bench-I, has reported, is healthy and runs what it should.
seed_hosts() {
  sql -v hosts="$1" <<'SQL'
set synchronous_commit = off;
insert into hosts (id, name, platform, labels, machine_id, credential_hash, enrolled_at)
select ('01930000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, 'host-' || lpad(i::text, 7, '0'), 'bootc',
       jsonb_build_object('env', case when i <= 2000 then 'few' else 'many' end, 'site', 'site-' || i % 40), md5(i::text),
       sha256(convert_to('bench-' || i, 'UTF8')), now() - interval '40 days'
from generate_series(1, :hosts) i;
insert into host_status (host_id, phase, current_ref, booted_ref, boot_id, boot_complete, healthy, last_good_ref, last_good_since,
                         current_since, booted_since, last_report_at, last_seen_at)
select id, 'IDLE', old, old, machine_id, true, true, old, now() - interval '9 days', now() - interval '9 days', now() - interval '9 days', now(), now()
from hosts cross join (select 'quay.io/example/os@sha256:' || repeat('a', 64) as old) o order by id;
SQL
  sql -c 'vacuum analyze hosts' -c 'vacuum analyze host_status' -c checkpoint
}

# Microseconds of processor time that the database, or the process PID, has used so far.
database_cpu() { cpu "$bench_postmaster" $(pgrep -P "$bench_postmaster"); }
cpu() {
  local pid
  for pid in "$@"; do cat "/proc/$pid/stat" 2>/dev/null || true; done |
    awk -v own="$bench_postmaster" -v tick="$(getconf CLK_TCK)" '{ sub(/.*\) /, ""); used += $12 + $13; if (NR == 1) used += $14 + $15 } END { printf "%d", used * 1000000 / tick }'
}

# load SECONDS CONNECTIONS SCRIPT [ARGUMENTS]: what wrk did, as "answers wrong seconds".
load() {
  local seconds=$1 connections=$2 script=$3
  shift 3
  wrk -t1 -c"$connections" -d"${seconds}s" --timeout 20s -s "$script" "$bench_url" -- "$@" | awk '/^done/ { print $2, $3, $4 }'
}
