# The desired state: fetched with its ETag, kept, and checked before anything believes it.
# shellcheck shell=bash disable=SC2034 # its variables are read by the other parts

desired_fetch() {
  local headers=() tag wait=0
  tag=$(field "$DESIRED" etag)
  [ -z "$tag" ] || headers+=("If-None-Match: $tag")
  if [ -n "$tag" ] && desired_can_wait; then
    wait=$(pause_left "$EPOCHSECONDS")
    wait=$((wait < LONG_POLL_SECONDS ? wait : LONG_POLL_SECONDS))
    headers+=("Prefer: wait=$wait")
  fi
  http GET /agent/v1/desired $((wait + 30)) "${headers[@]}" </dev/null
  case $HTTP_STATUS in
    200) desired_keep ;;
    304) ;;
    *) desired_refused ;;
  esac
  desired_load
}

# nothing is under way, or unsaid, that a parked request would hold up
desired_can_wait() {
  local last
  last=$(cat "$POLLER_DIR/reported" 2>/dev/null || true)
  [ ! -s "$INTENT" ] || return 1
  case $(field "$DESIRED" action) in
    NONE) [ -n "$last" ] ;;
    *) [[ $last =~ ^$(field "$DESIRED" epoch)\ (ACTIVE|FAILED|REVERTED)$ ]] ;;
  esac
}

desired_keep() {
  jq -c --arg etag "$(http_header etag)" '. + {$etag}' "$ANSWER" | put "$DESIRED" 0600
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

desired_load() {
  fields "$DESIRED" epoch action ref deadlineSeconds mode || die "the desired state is not readable"
  EPOCH=${FIELDS[0]} ACTION=${FIELDS[1]} REF=${FIELDS[2]} DEADLINE=${FIELDS[3]}
  MODE=$(adapter_mode "${FIELDS[4]}")
  REQUIRED=$(jq -c '[.checks[]? | if type == "string" then . else .name end | select(type == "string")]' "$DESIRED")
  [[ $DEADLINE =~ ^[1-9][0-9]{0,5}$ ]] || DEADLINE=900
  [[ $ACTION =~ ^(ACTIVATE|ROLLBACK)$ ]] || return 0
  [[ $EPOCH =~ ^[0-9]{1,18}$ ]] || die "the desired state has no epoch"
  adapter_valid_ref "$REF" || die "the desired state names no $PLATFORM ref: $REF"
}
