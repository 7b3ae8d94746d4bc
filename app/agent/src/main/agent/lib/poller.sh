# The unprivileged half: asks what this host should run, asks again before it switches, and reports. One round is one process.
# shellcheck shell=bash disable=SC2034 # its variables are read by the other parts

poller_enroll() {
  [ ! -s "$POLLER_DIR/credential" ] || { log "already enrolled" && return 0; }
  [ -r "$ENROLLMENT_TOKEN_FILE" ] || die "cannot read the enrolment token in $ENROLLMENT_TOKEN_FILE"
  http_prepare
  http POST /agent/v1/enroll 30 <<<"$(enrollment)"
  [ "$HTTP_STATUS" = 201 ] || die "enrolment refused: $(http_problem)"
  jq -r '.credential // empty' "$ANSWER" | grep -xE '[A-Za-z0-9._~+/=-]{16,512}' | tr -d '\n' | save "$POLLER_DIR/credential" 0600
  [ -s "$POLLER_DIR/credential" ] || { rm -f "$POLLER_DIR/credential" && die "the answer to the enrolment has no usable credential"; }
  jq -c '{hostId, name: $name}' --arg name "$HOST_NAME" "$ANSWER" | save "$POLLER_DIR/host.json" 0600
  log "enrolled as $HOST_NAME"
}

enrollment() {
  facts_collect
  jq -nc --rawfile token "$ENROLLMENT_TOKEN_FILE" --arg name "$HOST_NAME" --arg platform "$PLATFORM" --arg machine "$(machine_id)" \
    --arg labels "$LABELS" --arg current "${FACTS[current]}" '
    {enrollmentToken: ($token | rtrimstr("\n")), $name, $platform, machineId: $machine,
     labels: ($labels | split(",") | map(split("=") | {(.[0]): (.[1:] | join("="))}) | add // {})}
    + (if $current == "" then {} else {current: {ref: $current}} end)'
}

# the server needs to tell machines apart, not to know the machine's own id
machine_id() {
  local source=/etc/machine-id
  [ -s "$source" ] || source=/proc/sys/kernel/random/boot_id
  { printf 'breakwater:' && cat "$source"; } | sha256sum | cut -c1-32
}

poller_run() {
  local failures=0 pause fingerprint
  fingerprint=$(own_update_fingerprint)
  until "$SELF" enroll; do
    failures=$((failures + 1))
    jittered "$(backoff_seconds "$failures")"
  done
  failures=0
  [ ! -s "$INTENT" ] || ask reconcile || log "could not reconcile"
  while :; do
    if pause=$("$SELF" once); then
      failures=0
    else
      failures=$((failures + 1))
      pause=$(backoff_seconds "$failures")
    fi
    own_update "$fingerprint"
    [ "$pause" = 0 ] || jittered "$pause"
  done
}

# poller_round: prints how many seconds to pause before the next one
poller_round() {
  local started=$EPOCHSECONDS
  PAUSE=''
  http_prepare
  poller_settle
  report_unsaid
  desired_fetch
  case $ACTION in
    ACTIVATE | ROLLBACK) pursue ;;
    *) rest ;;
  esac
  echo "${PAUSE:-$(pause_left "$started")}"
}

pause_left() {
  local seconds
  seconds=$(cat "$POLLER_DIR/poll-seconds" 2>/dev/null || echo 60)
  [[ $seconds =~ ^[1-9][0-9]{0,3}$ ]] || seconds=60
  seconds=$((seconds - (EPOCHSECONDS - $1)))
  echo $((seconds > 0 ? seconds : 0))
}

# an activation that nobody is waiting for any more: the applier was killed, or this host has booted since
poller_settle() {
  local phase
  phase=$(field "$INTENT" phase)
  case $phase in
    SWITCHING) ask reconcile ;;
    BOOTING) [ "$(field "$INTENT" bootId)" = "$(boot_id)" ] || ask reconcile ;;
  esac
}

# what this host undid while nobody could hear it, under the epoch it happened in: the order may be another one by now
report_unsaid() {
  local said=$POLLER_DIR/said epoch phase message
  fields "$OUTCOME" epoch phase message || return 0
  epoch=${FIELDS[0]} phase=${FIELDS[1]} message=${FIELDS[2]}
  [[ $phase =~ ^(FAILED|REVERTED)$ ]] && [ "$(cat "$said" 2>/dev/null || true)" != "$epoch $phase" ] || return 0
  facts_collect
  checks_run
  report "$phase" "$epoch" "$message"
  echo "$epoch $phase" >"$said"
}

# rest: nothing to do; an activation that was withdrawn after it was made still has to be confirmed or it reverts
rest() {
  facts_collect
  checks_run "$REQUIRED"
  report IDLE '' ''
  confirm_if_healthy
}

# pursue: one step towards REF under EPOCH
pursue() {
  local phase='' message=''
  if fields "$OUTCOME" epoch phase message && [ "${FIELDS[0]}" = "$EPOCH" ]; then
    phase=${FIELDS[1]} message=${FIELDS[2]}
  fi
  facts_collect
  checks_run "$REQUIRED"
  case $phase in
    FAILED | REVERTED)
      report "$phase" "$EPOCH" "$message"
      return
      ;;
  esac
  if facts_arrived "$REF" "$MODE" && { [ "$MODE" != TEST_THEN_COMMIT ] || committed_or_pending; }; then
    prove
  elif [ "$(field "$INTENT" epoch)" = "$EPOCH" ]; then
    report ACTIVATING "$EPOCH" "waiting for the boot into $REF"
  else
    approach "$phase" "$message"
  fi
}

committed_or_pending() { [ "${FACTS[default]}" = "$REF" ] || [ "$(field "$INTENT" epoch)" = "$EPOCH" ]; }

# prove: running it is half of the proof. While the checks may still come round, say so instead of failing.
prove() {
  local since
  since=$(field "$INTENT" switchedAt)
  if [ "$HEALTH" != PASS ] && [ -n "$since" ] && ((EPOCHSECONDS - since < CHECK_GRACE_SECONDS)); then
    report ACTIVATING "$EPOCH" "waiting for the checks to pass"
    PAUSE=${PAUSE:-2}
    return
  fi
  report ACTIVE "$EPOCH" ''
  confirm_if_healthy
}

# The dead man is disarmed only here: local health passed, and the server has the report that says so.
confirm_if_healthy() {
  [ "$HEALTH" = PASS ] && [ "$(field "$INTENT" phase)" = SWITCHED ] || return 0
  facts_arrived "$(field "$INTENT" ref)" "$(field "$INTENT" mode)" || return 0
  EPOCH=$(field "$INTENT" epoch) ACTION=$(field "$INTENT" action) REF=$(field "$INTENT" ref) MODE=$(field "$INTENT" mode)
  ask confirm
}

# approach: fetch and keep it, say so, ask whether to switch now, switch
approach() {
  local phase=$1 message=$2
  if [ "$phase" != STAGED ] && [ "$phase" != INTERRUPTED ]; then
    report IDLE "$EPOCH" "staging $REF"
    ask stage
    if [ "$(field "$OUTCOME" phase)" != STAGED ]; then
      report FAILED "$EPOCH" "$(field "$OUTCOME" message)"
      return
    fi
  fi
  FACTS["staged"]=$REF
  report STAGED "$EPOCH" "$message"
  claim
}

claim() {
  http POST /agent/v1/claims 30 <<<"{\"epoch\":$EPOCH}"
  case $HTTP_STATUS in
    200)
      save "$POLLER_DIR/acted-epoch" <<<"$EPOCH"
      ask activate
      PAUSE=0
      ;;
    429)
      PAUSE=$(http_retry_after)
      PAUSE=${PAUSE:-5}
      log "not yet: $(http_problem)"
      ;;
    409)
      log "withdrawn: $(http_problem)"
      rm -f "$DESIRED"
      ;;
    *) log "claim: $(http_problem)" && return 1 ;;
  esac
}
