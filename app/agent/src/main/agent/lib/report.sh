# Reports: what this host says about itself, and the same for a human.
# shellcheck shell=bash disable=SC2034 # its variables are read by the other parts

# report PHASE EPOCH MESSAGE: true when the server has it for good. Facts and checks must have been collected.
report() {
  local drift body
  drift=$(report_drift)
  body=$(report_body "$1" "$2" "$3" "$drift")
  http POST /agent/v1/reports 60 <<<"$body"
  if [ "$HTTP_STATUS" != 200 ]; then
    log "report $1 refused: $(http_problem)"
    return 1
  fi
  echo "$2 $1" >"$POLLER_DIR/reported"
  report_remember_pace
}

report_body() {
  jq -nc --argjson facts "$(facts_json)" --argjson checks "$CHECKS" --argjson drift "$4" \
    --arg phase "$1" --arg epoch "$2" --arg message "$3" --arg version "$(agent_version)" '
    $facts + {phase: $phase, checks: $checks, drift: $drift, agentVersion: $version}
    + (if $epoch == "" then {} else {epoch: ($epoch | tonumber)} end)
    + (if $message == "" then {} else {message: $message[:2000]} end)'
}

# the server sets the pace, and tells by the epoch that there is something new to fetch
report_remember_pace() {
  local announced=$POLLER_DIR/announced-epoch
  fields "$ANSWER" pollSeconds epoch || return 0
  echo "${FIELDS[0]}" >"$POLLER_DIR/poll-seconds"
  if [ "${FIELDS[1]}" != "${DESIRED_EPOCH-}" ] && [ "${FIELDS[1]}" != "$(cat "$announced" 2>/dev/null || true)" ]; then
    PAUSE=0
    echo "${FIELDS[1]}" >"$announced"
  fi
}

# Drift costs some commands: collected again when the refs changed or after five minutes. The cache: refs, time, drift, a line each.
report_drift() {
  local cache=$POLLER_DIR/drift key="${FACTS[current]} ${FACTS[booted]} ${FACTS[default]} ${FACTS[staged]}" lines=()
  [ ! -r "$cache" ] || mapfile -t lines <"$cache"
  if [ "${lines[0]-}" != "$key" ] || ((EPOCHSECONDS - ${lines[1]:-0} > 300)); then
    lines=("$key" "$EPOCHSECONDS" "$(report_drift_lines | jq -Rcn '
      [inputs | split("\t") | {kind: .[0], detail: .[1][:1000]}] | unique | .[:50]')")
    printf '%s\n' "${lines[@]}" >"$cache"
  fi
  echo "${lines[2]}"
}

report_drift_lines() {
  local units updaters
  adapter_drift
  if is_root; then adapter_drift_as_root; else cat "$APPLIER_DIR/drift" 2>/dev/null || true; fi
  units=$(failed_units | sort | tr '\n' ' ')
  [ -z "$units" ] || printf 'FAILED_UNITS\t%s\n' "$units"
  updaters=$(conflicting_updaters | tr '\n' ' ')
  [ -z "$updaters" ] || printf 'CONFLICTING_UPDATER\t%s\n' "$updaters"
}

conflicting_updaters() {
  local unit
  has_systemd || return 0
  for unit in zincati.service rpm-ostreed-automatic.timer bootc-fetch-apply-updates.timer nixos-upgrade.timer comin.service cachix-agent.service; do
    ! systemctl is-active --quiet "$unit" || echo "$unit"
  done
}

report_status() {
  facts_collect
  checks_run
  jq -n --argjson facts "$(facts_json)" --argjson checks "$CHECKS" --slurpfile desired <(cat "$DESIRED" 2>/dev/null || true) \
    --slurpfile intent <(cat "$INTENT" 2>/dev/null || true) --slurpfile outcome <(cat "$OUTCOME" 2>/dev/null || true) \
    '{facts: $facts, checks: $checks, desired: $desired[0], intent: $intent[0], outcome: $outcome[0]}'
}
