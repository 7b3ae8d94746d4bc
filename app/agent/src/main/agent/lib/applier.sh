# The root half. It takes one validated request at a time, writes down what it is about to do, does it in a unit of its own,
# believes only the links it reads afterwards, and goes back to the recorded place when they say otherwise.
# shellcheck shell=bash disable=SC2034 # its variables are read by the other parts

MAX_ATTEMPTS=2

applier_serve() {
  local taken=$APPLIER_DIR/request.json
  applier_lock
  [ -e "$REQUEST" ] || return 0
  mv -f "$REQUEST" "$taken"
  applier_read "$taken" || { log "refused a malformed request" && return 0; }
  case $VERB in
    stage) applier_stage ;;
    activate) applier_activate ;;
    confirm) applier_confirm ;;
    reconcile) applier_settle ;;
  esac
  applier_reply
  applier_reboot_if_due
}

# The poller's folder is not trusted: a plain small file, and every value checked again.
applier_read() {
  local file=$1
  [ -f "$file" ] && [ ! -L "$file" ] && [ "$(stat -c %s "$file")" -lt 4096 ] || return 1
  fields "$file" id verb epoch action ref mode deadlineSeconds || return 1
  ID=${FIELDS[0]} VERB=${FIELDS[1]} EPOCH=${FIELDS[2]} ACTION=${FIELDS[3]} REF=${FIELDS[4]} MODE=${FIELDS[5]} DEADLINE=${FIELDS[6]}
  [[ $ID =~ ^[0-9a-f]{16}$ && $VERB =~ ^(stage|activate|confirm|reconcile)$ ]] || return 1
  [ "$VERB" != reconcile ] || return 0
  [[ $EPOCH =~ ^[0-9]{1,18}$ && $ACTION =~ ^(ACTIVATE|ROLLBACK)$ && $MODE =~ ^(SWITCH|BOOT|TEST_THEN_COMMIT)$ ]] || return 1
  [[ $DEADLINE =~ ^[1-9][0-9]{0,5}$ ]] || return 1
  adapter_valid_ref "$REF"
}

applier_reply() { jq -nc --arg id "$ID" '{$id}' | put "$REPLY"; }

# outcome PHASE MESSAGE: the last word about this epoch, until the poller has reported it
outcome() {
  log "epoch $EPOCH: $1 $2"
  jq -nc --arg epoch "$EPOCH" --arg ref "$REF" --arg phase "$1" --arg message "$2" \
    '{epoch: ($epoch | tonumber), $ref, $phase, $message}' | save "$OUTCOME"
}

applier_stage() {
  local attempt status=1 log_file=$APPLIER_DIR/stage.log
  for ((attempt = 1; attempt <= STAGE_ATTEMPTS; attempt++)); do
    isolated adapter_stage "$REF" >"$log_file" 2>&1
    status=$ISOLATED
    # 65: not a matter of time
    if [ "$status" = 0 ] || [ "$status" = 65 ]; then break; fi
    [ "$attempt" = "$STAGE_ATTEMPTS" ] || jittered $((attempt * 2))
  done
  if [ "$status" = 0 ]; then outcome STAGED ''; else outcome FAILED "could not stage $REF: $(tail_of <"$log_file")"; fi
}

# isolated COMMAND…: its exit status in ISOLATED, with errexit working inside it. Must not stand in a condition.
isolated() {
  set +e
  (set -e && "$@")
  ISOLATED=$?
  set -e
}

applier_activate() {
  local from before count attempt=1
  facts_collect
  if read -r before count 2>/dev/null <"$APPLIER_DIR/attempts" && [ "$before" = "$EPOCH" ]; then attempt=$((count + 1)); fi
  echo "$EPOCH $attempt" | save "$APPLIER_DIR/attempts"
  if ((attempt > MAX_ATTEMPTS)); then
    outcome FAILED "interrupted $MAX_ATTEMPTS times on the way to $REF"
    return
  fi
  # an activation that was never confirmed is no place to return to: keep the one before it
  from=$(field "$INTENT" from)
  [ -n "$from" ] || from=${FACTS[current]}
  failed_units | put "$APPLIER_DIR/failed-units"
  isolated adapter_keep previous "$from"
  intent_begin "$from" "$attempt"
  [ "$ACTION" = ROLLBACK ] || deadman_arm
  transition
}

# The intent is on the disk before anything moves. A rollback returns nowhere: it is the return.
intent_begin() {
  jq -nc --arg epoch "$EPOCH" --arg action "$ACTION" --arg ref "$REF" --arg mode "$MODE" --arg from "$1" --arg attempt "$2" \
    --argjson now "$EPOCHSECONDS" --argjson seconds "$DEADLINE" --arg bootId "$(boot_id)" '
    {epoch: ($epoch | tonumber), $action, $ref, $mode, $from, attempt: ($attempt | tonumber), goal: "FORWARD", phase: "SWITCHING",
     startedAt: $now, deadlineAt: ($now + $seconds), $bootId}' | save "$INTENT"
}

intent_set() { jq -c --argjson patch "$1" '. + $patch' "$INTENT" | save "$INTENT"; }

intent_load() {
  fields "$INTENT" epoch action ref mode from goal phase deadlineAt key
  EPOCH=${FIELDS[0]} ACTION=${FIELDS[1]} REF=${FIELDS[2]} MODE=${FIELDS[3]} FROM=${FIELDS[4]} GOAL=${FIELDS[5]} PHASE=${FIELDS[6]}
  DEADLINE_AT=${FIELDS[7]} KEY=${FIELDS[8]}
  TARGET=$REF
  # going back is never half done: a test-only activation is answered by a full switch to where the host came from
  if [ "$GOAL" = BACK ]; then
    TARGET=$FROM
    [ "$MODE" != TEST_THEN_COMMIT ] || MODE=SWITCH
  fi
}

# confirmed: local health passed and the server has the report
applier_confirm() {
  [ "$(field "$INTENT" epoch)" = "$EPOCH" ] || return 0
  intent_load
  isolated adapter_confirm "$REF" "$MODE"
  if [ "$ISOLATED" != 0 ]; then
    go_back FAILED "could not commit $REF"
    return
  fi
  finish ACTIVE ''
}

applier_inspect() { adapter_drift_as_root | put "$APPLIER_DIR/drift"; }

applier_reboot_if_due() {
  local command due
  due=$(cat "$APPLIER_DIR/reboot-due" 2>/dev/null || true)
  [ "$due" = "$(boot_id)" ] || return 0
  forget "$APPLIER_DIR/reboot-due"
  read -ra command <<<"$REBOOT_COMMAND"
  log "rebooting: $REBOOT_COMMAND"
  "${command[@]}"
}
