# The one door from the poller to root: a request file that the applier takes, checks and answers.
# shellcheck shell=bash

# ask VERB: true when the applier has answered; what came of it is in OUTCOME and INTENT
ask() {
  local id limit applier='' word=$EPOCHSECONDS
  id=$(od -An -N8 -tx1 /dev/urandom | tr -d ' \n')
  limit=$((EPOCHSECONDS + STAGE_TIMEOUT_SECONDS * (STAGE_ATTEMPTS + 1)))
  ask_write "$1" "$id"
  # as root, with no need for the path unit, in a session of its own
  if is_root; then
    setsid "$SELF" apply </dev/null >&2 &
    applier=$!
  fi
  until ask_answered "$id"; do
    if ((EPOCHSECONDS > limit)) || { [ -n "$applier" ] && ! kill -0 "$applier" 2>/dev/null && ! ask_answered "$id"; }; then
      log "no answer from the applier to $1"
      return 1
    fi
    # a long download must not look like silence
    if [ "$1" = stage ] && ((EPOCHSECONDS - word >= 60)); then
      report IDLE "$EPOCH" "staging $REF" || true
      word=$EPOCHSECONDS
    fi
    sleep 0.2
  done
}

ask_write() {
  jq -nc --arg id "$2" --arg verb "$1" --arg epoch "${EPOCH-}" --arg action "${ACTION-}" --arg ref "${REF-}" --arg mode "${MODE-}" \
    --arg seconds "${DEADLINE-900}" '{$id, $verb, $epoch, $action, $ref, $mode, deadlineSeconds: $seconds}' | put "$REQUEST" 0600
}

ask_answered() {
  local answer
  read -r answer 2>/dev/null <"$REPLY" && [[ $answer == *"$1"* ]]
}
