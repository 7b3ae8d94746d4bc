# Work that must outlive the process that starts it: units of their own under systemd, sessions of their own elsewhere.
# shellcheck shell=bash

# detach NAME DELAY COMMAND…: every call makes a new unit, so that a running one can arm its successor
detach() {
  local name=breakwater-$1 delay=$2
  shift 2
  if has_systemd; then
    detach_unit "$name-${EPOCHREALTIME//[^0-9]/}" "$delay" "$@"
    return
  fi
  # shellcheck disable=SC2016
  setsid bash -c 'echo $$ >"$1"; sleep "$2"; shift 2; exec "$@"' detached "$APPLIER_DIR/$name.pid" "$delay" "$@" \
    </dev/null >>"$APPLIER_DIR/detached.log" 2>&1 9>&- &
}

detach_unit() {
  local unit=$1 delay=$2 when=(--service-type=oneshot --no-block)
  shift 2
  [ "$delay" = 0 ] || when=(--on-active="$delay" --timer-property=AccuracySec=1s)
  systemd-run --quiet --collect --unit="$unit" "${when[@]}" --setenv=PATH="$PATH" \
    --setenv=BREAKWATER_AGENT_CONF="${BREAKWATER_AGENT_CONF:-/etc/breakwater/agent.conf}" -- "$@"
}

# detach_stop NAME timer|service
detach_stop() {
  local file=$APPLIER_DIR/breakwater-$1.pid pid
  if has_systemd; then
    systemctl stop "breakwater-$1-*.$2" 2>/dev/null || true
    return
  fi
  [ -s "$file" ] || return 0
  pid=$(<"$file")
  rm -f "$file"
  if [ "$pid" != "$$" ] && grep -qzF "$SELF" "/proc/$pid/cmdline" 2>/dev/null; then
    kill -TERM -- "-$pid" 2>/dev/null || true
  fi
}

# The dead man: without a word from the poller it takes the host back. It needs nothing but this host.
deadman_arm() {
  local seconds=$(($(field "$INTENT" deadlineAt) - EPOCHSECONDS))
  deadman_disarm
  detach deadman "$((seconds > 0 ? seconds + 1 : 1))" "$SELF" revert
}

deadman_disarm() { detach_stop deadman timer; }
