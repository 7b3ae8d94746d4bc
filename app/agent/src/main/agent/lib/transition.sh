# Moving and judging: forward to the ref that was offered, or back to where this host came from.
# shellcheck shell=bash disable=SC2034 # its variables are read by the other parts

BACK_TIMEOUT_SECONDS=600
BACK_TRIES=3

# transition: starts the switch in its own unit, waits for it, judges what it finds
transition() {
  intent_load
  KEY=$EPOCH-$GOAL-${EPOCHREALTIME//[^0-9]/}
  intent_set "{\"phase\": \"SWITCHING\", \"key\": \"$KEY\"}"
  detach switch 0 "$SELF" switch "$KEY"
  switch_await 5
}

# runs in its own unit or session, so that neither a restart of the agent nor the switch itself cuts it short
applier_switch() {
  local key=$1 verb=adapter_activate
  exec 8>"$APPLIER_DIR/switch.lock"
  flock --nonblock 8 || die "another switch is running"
  intent_load
  [ "$KEY" = "$key" ] || die "this switch is no longer wanted"
  if [ "$GOAL" = BACK ] || [ "$ACTION" = ROLLBACK ]; then verb=adapter_rollback; fi
  isolated "$verb" "$TARGET" "$MODE" >"$APPLIER_DIR/switch.log" 2>&1 8>&-
  echo "$key $ISOLATED" | put "$APPLIER_DIR/switch.result"
}

# the result names its switch, so that an older one is not taken for it
switch_ended() {
  local key
  read -r key SWITCH_EXIT 2>/dev/null <"$APPLIER_DIR/switch.result" && [ "$key" = "$KEY" ]
}

switch_running() { ! (exec 8>"$APPLIER_DIR/switch.lock" && flock --nonblock 8); }

# switch_await GRACE: until it has left its result, has vanished without one (GRACE seconds to appear), or is out of time
switch_await() {
  local since=$EPOCHSECONDS limit=$DEADLINE_AT
  if [ "$GOAL" = BACK ] || [ "$ACTION" = ROLLBACK ]; then limit=$((since + BACK_TIMEOUT_SECONDS)); fi
  until switch_ended; do
    if ((EPOCHSECONDS >= limit)); then
      detach_stop switch service
      switch_failed REVERTED "the switch did not end before its deadline"
      return
    fi
    if ((EPOCHSECONDS >= since + $1)) && ! switch_running && ! switch_ended; then
      switch_interrupted
      return
    fi
    sleep 0.2
  done
  switch_judge
}

# Exit 0 and the links, both: either alone has been seen to lie.
switch_judge() {
  local exit=$SWITCH_EXIT words
  facts_collect
  if [ "$exit" = 0 ] && facts_moved "$TARGET" "$MODE"; then
    if [ "$MODE" != BOOT ] || facts_arrived "$TARGET" BOOT; then arrived; else boot_wanted; fi
    return
  fi
  words="exit $exit"
  [ "$exit" != 0 ] || words="exit 0, yet this host runs ${FACTS[current]}"
  switch_failed FAILED "switching to $TARGET: $words: $(tail_of <"$APPLIER_DIR/switch.log")"
}

# killed half way. Forward: back to the known place, and the poller may try once more. Back: try again, there is nowhere else.
switch_interrupted() {
  local tries=$(($(field "$INTENT" tries) + 1))
  if [ "$GOAL" = FORWARD ] && [ "$ACTION" = ACTIVATE ]; then
    go_back INTERRUPTED "the switch was interrupted"
  elif ((tries > BACK_TRIES)); then
    switch_failed FAILED "the switch was interrupted $BACK_TRIES times"
  else
    intent_set "{\"tries\": $tries}"
    transition
  fi
}

# a failed step forward is undone here and now; a failed step back is a matter for a human, and said so
switch_failed() {
  if [ "$GOAL" = BACK ]; then
    finish FAILED "$(field "$INTENT" reason); and could not go back: $2"
  elif [ "$ACTION" = ROLLBACK ]; then
    finish FAILED "$2"
  else
    go_back "$1" "$2"
  fi
}

# go_back VERDICT REASON: to the recorded place, by that place's own means
go_back() {
  log "going back: $2"
  [ -n "$FROM" ] || { finish FAILED "$2; and no earlier place is recorded" && return; }
  intent_set "$(jq -nc --arg verdict "$1" --arg reason "$2" '{goal: "BACK", $verdict, $reason}')"
  transition
}

arrived() {
  if [ "$GOAL" = BACK ]; then
    finish "$(field "$INTENT" verdict)" "$(field "$INTENT" reason)"
  elif [ "$ACTION" = ROLLBACK ]; then
    finish ACTIVE ''
  else
    intent_set "{\"phase\": \"SWITCHED\", \"switchedAt\": $EPOCHSECONDS}"
  fi
}

boot_wanted() {
  intent_set "{\"phase\": \"BOOTING\", \"bootId\": \"$(boot_id)\"}"
  # named by the boot it ends, so that a crash right here cannot make a second one
  boot_id | save "$APPLIER_DIR/reboot-due"
}

# finish PHASE MESSAGE: the outcome is on the disk before the intent goes
finish() {
  outcome "$1" "$2"
  forget "$INTENT"
  deadman_disarm
}

applier_reconcile() {
  applier_lock
  applier_settle
  applier_reboot_if_due
}

applier_revert() { applier_reconcile; }

# applier_settle: whatever an earlier process left behind comes to a known end
applier_settle() {
  [ -s "$INTENT" ] || return 0
  intent_load
  case $PHASE in
    SWITCHING) switch_await 0 ;;
    BOOTING) settle_boot ;;
    SWITCHED) settle_deadline "not confirmed before the deadline" ;;
  esac
}

settle_deadline() {
  if ((EPOCHSECONDS < DEADLINE_AT)); then
    deadman_arm
  else
    go_back REVERTED "$1"
  fi
}

settle_boot() {
  facts_collect
  if [ "$(field "$INTENT" bootId)" = "$(boot_id)" ]; then
    [ "$GOAL" = BACK ] || [ "$ACTION" = ROLLBACK ] || settle_deadline "did not boot before the deadline"
  elif facts_arrived "$TARGET" BOOT; then
    arrived
    [ ! -s "$INTENT" ] || settle_deadline "not confirmed before the deadline"
  else
    switch_failed REVERTED "booted ${FACTS[booted]} instead of $TARGET$(adapter_boot_trouble)"
  fi
}
