# What must survive a crash, in two folders: the poller owns one, root the other, and neither trusts what it finds in the other's.
# shellcheck shell=bash disable=SC2034 # its variables are read by the other parts

state_prepare() {
  POLLER_DIR=$STATE_DIR/poller
  APPLIER_DIR=$STATE_DIR/applier
  INTENT=$APPLIER_DIR/intent.json
  OUTCOME=$APPLIER_DIR/outcome.json
  DESIRED=$POLLER_DIR/desired.json
  REQUEST=$POLLER_DIR/request.json
  REPLY=$APPLIER_DIR/reply.json
  if is_root; then
    [ -d "$STATE_DIR" ] || install -d -m 0750 "$STATE_DIR"
    [ -d "$APPLIER_DIR" ] || install -d -m 0750 "$APPLIER_DIR"
    [ -d "$POLLER_DIR" ] || install -d -m 0700 "$POLLER_DIR"
  fi
}

is_root() { [ "$(id -u)" = 0 ]; }
has_systemd() { [ -d /run/systemd/system ]; }

# put FILE [MODE] <CONTENT: whole or not at all
put() {
  cat >"$1.new"
  chmod "${2:-0644}" "$1.new"
  mv -f "$1.new" "$1"
}

# save FILE [MODE] <CONTENT: the same, and on the disk before it returns; nothing is no content
save() {
  cat >"$1.new"
  [ -s "$1.new" ] || return 1
  chmod "${2:-0644}" "$1.new"
  sync "$1.new"
  mv -f "$1.new" "$1"
  sync "${1%/*}"
}

# forget FILE: gone for good, also after a power cut
forget() {
  rm -f "$1"
  sync "${1%/*}"
}

# field FILE NAME: the value, or nothing when file or field is missing
field() {
  [ -s "$1" ] || return 0
  jq -r --arg name "$2" '.[$name] // empty' "$1" 2>/dev/null || true
}

# fields FILE NAME…: into the array FIELDS, in that order, empty where missing
fields() {
  local file=$1
  shift
  FIELDS=()
  [ -s "$file" ] || return 1
  mapfile -t FIELDS < <(jq -r '. as $all | $ARGS.positional[] | $all[.] // "" | tostring | gsub("[\n\r]"; " ")' --args "$@" <"$file" 2>/dev/null)
  [ "${#FIELDS[@]}" = $# ]
}

# One applier at a time; the lock dies with its holder. Children that outlive it must close descriptor 9.
# The dead man must not give up before the longest download has ended, so the limit is a day.
applier_lock() {
  exec 9>"$APPLIER_DIR/lock"
  flock --timeout 86400 9 || die "another applier holds the lock"
}

boot_id() { tr -d '-' </proc/sys/kernel/random/boot_id; }
