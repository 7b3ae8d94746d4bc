# Sourced by the benchmarks of polls, after server.sh: hosts written straight into the database, whose credentials and tags follow from
# their numbers. Needs psql.
# shellcheck shell=bash disable=SC2154
least=54 most=66 # the seconds after which an idle host is told to come back
ulimit -n 20000

# A host that nobody steers differs in its answer by its share of the jitter alone; its id is its number.
seconds_of() { echo $(((54500 + 31 * $1 % 12001) / 1000)); }

tag_of() { # tag_of HOST
  curl -sf -D - -o /dev/null -H "Authorization: Bearer bench-credential-$1" "$bench_url/agent/v1/desired" |
    awk -F': ' 'tolower($1) == "etag" {print $2}' | tr -d '\r'
}

tags() { # one line for each number of seconds
  local host=1
  for seconds in $(seq $least $most); do
    while [ "$(seconds_of $host)" -ne "$seconds" ]; do host=$((host + 1)); done
    tag_of $host
    host=1
  done
}

seed() { # seed FROM TO
  use_database
  sql -v from="$1" -v to="$2" <<'SQL'
set synchronous_commit = off;
insert into hosts (id, name, platform, machine_id, credential_hash, enrolled_at)
select ('00000000-0000-0000-0000-' || lpad(to_hex(i), 12, '0'))::uuid, 'host-' || i, 'bootc', i::text,
       sha256(convert_to('bench-credential-' || i, 'UTF8')), now()
from generate_series(:from, :to) i;
insert into host_status (host_id, last_seen_at)
select ('00000000-0000-0000-0000-' || lpad(to_hex(i), 12, '0'))::uuid, now() from generate_series(:from, :to) i;
SQL
  sql -c 'vacuum analyze hosts' -c 'vacuum analyze host_status' -c checkpoint
}
