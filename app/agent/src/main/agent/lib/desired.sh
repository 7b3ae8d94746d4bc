# The desired state: fetched with its ETag, kept, and checked before anything believes it.
# shellcheck shell=bash disable=SC2034 # its variables are read by the other parts

desired_fetch() {
  local headers=() wait=0
  TAG=''
  ! desired_read || [ -z "$TAG" ] || headers+=("If-None-Match: $TAG")
  if [ -n "$TAG" ] && desired_can_wait; then
    wait=$(pause_left "$EPOCHSECONDS")
    wait=$((wait < LONG_POLL_SECONDS ? wait : LONG_POLL_SECONDS))
    headers+=("Prefer: wait=$wait")
  fi
  http GET /agent/v1/desired $((wait + 30)) "${headers[@]}" </dev/null
  case $HTTP_STATUS in
    200)
      desired_keep
      desired_read
      ;;
    304) ;;
    *) desired_refused ;;
  esac
  desired_check
}

desired_read() {
  fields "$DESIRED" epoch action ref deadlineSeconds mode checks etag || return 1
  EPOCH=${FIELDS[0]} ACTION=${FIELDS[1]} REF=${FIELDS[2]} DEADLINE=${FIELDS[3]} MODE=${FIELDS[4]} REQUIRED=${FIELDS[5]} TAG=${FIELDS[6]}
  DESIRED_EPOCH=$EPOCH
}

# nothing is under way, or unsaid, that a parked request would hold up
desired_can_wait() {
  local last
  last=$(cat "$POLLER_DIR/reported" 2>/dev/null || true)
  [ ! -s "$INTENT" ] || return 1
  if [ "$ACTION" = NONE ]; then [ -n "$last" ]; else [[ $last =~ ^$EPOCH\ (ACTIVE|FAILED|REVERTED)$ ]]; fi
}

desired_keep() {
  local state
  state=$(jq -ce --arg etag "$(http_header etag)" 'select(type == "object" and has("action")) + {$etag}' "$ANSWER") || die "the desired state is not readable"
  put "$DESIRED" 0600 <<<"$state"
  field "$DESIRED" pollSeconds >"$POLLER_DIR/poll-seconds"
}

# refused or unreachable: wait as long as the server asks, else the caller backs off
desired_refused() {
  local seconds
  seconds=$(http_retry_after)
  log "no desired state: $(http_problem)"
  [ -n "$seconds" ] || exit 1
  echo "$seconds"
  exit 0
}

desired_check() {
  MODE=$(adapter_mode "$MODE")
  [[ $REQUIRED == \[* ]] || REQUIRED='[]'
  [[ $DEADLINE =~ ^[1-9][0-9]{0,5}$ ]] || DEADLINE=900
  [[ $ACTION =~ ^(ACTIVATE|ROLLBACK)$ ]] || return 0
  [[ $EPOCH =~ ^[0-9]{1,18}$ ]] || die "the desired state has no epoch"
  adapter_valid_ref "$REF" || die "the desired state names no $PLATFORM ref: $REF"
}
