# The one door from the poller to root: a request file that the applier takes, checks and answers.
# shellcheck shell=bash

# ask VERB: true when the applier has answered; what came of it is in OUTCOME and INTENT
ask() {
  local id limit
  id=$(od -An -N8 -tx1 /dev/urandom | tr -d ' \n')
  jq -nc --arg id "$id" --arg verb "$1" --arg epoch "${EPOCH-}" --arg action "${ACTION-}" --arg ref "${REF-}" --arg mode "${MODE-}" \
    --arg seconds "${DEADLINE-900}" '{$id, $verb, $epoch, $action, $ref, $mode, deadlineSeconds: $seconds}' | put "$REQUEST" 0600
  # as root without the path unit, the applier is started here, in a session of its own
  ! is_root || setsid --wait "$SELF" apply </dev/null >&2 || log "the applier failed"
  limit=$((EPOCHSECONDS + STAGE_TIMEOUT_SECONDS))
  until [ "$(field "$REPLY" id)" = "$id" ]; do
    if is_root || ((EPOCHSECONDS > limit)); then
      log "no answer from the applier to $1"
      return 1
    fi
    sleep 0.2
  done
}
