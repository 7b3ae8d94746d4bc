# HTTP with curl. Secrets reach curl through a pipe, never through its arguments; a redirect is not followed.
# shellcheck shell=bash

# jittered SECONDS: sleeps that long, give or take a fifth, so that a fleet does not march in step
jittered() {
  local milliseconds=$(($1 * (800 + RANDOM % 401)))
  sleep "$((milliseconds / 1000)).$(printf '%03d' $((milliseconds % 1000)))"
}

# backoff_seconds FAILURES: doubling, capped; jittered() spreads it
backoff_seconds() {
  local seconds=$((2 ** ($1 < 9 ? $1 : 9)))
  echo $((seconds < MAX_BACKOFF_SECONDS ? seconds : MAX_BACKOFF_SECONDS))
}

http_prepare() {
  EXCHANGE=$(mktemp -d)
  ANSWER=$EXCHANGE/answer
  HEADERS=$EXCHANGE/headers
  trap 'rm -rf "$EXCHANGE"' EXIT
}

http_credential() {
  [ ! -s "$POLLER_DIR/credential" ] || printf 'header = "Authorization: Bearer %s"\n' "$(<"$POLLER_DIR/credential")"
}

# http METHOD PATH SECONDS [HEADER…] <BODY: HTTP_STATUS is 000 when nobody answered; body in $ANSWER, headers in $HEADERS
http() {
  local method=$1 path=$2 seconds=$3 header
  local arguments=(--disable --silent --show-error --proto '=http,https' --connect-timeout 10 --max-time "$seconds"
    --max-filesize 1048576 --request "$method" --output "$ANSWER" --dump-header "$HEADERS" --write-out '%{http_code}'
    --user-agent "breakwater-agent/$(agent_version)" --header 'Accept: application/json')
  shift 3
  for header in "$@"; do arguments+=(--header "$header"); done
  [ "$method" = GET ] || arguments+=(--header 'Content-Type: application/json' --data-binary @-)
  [ ! -s "$POLLER_DIR/acted-epoch" ] || arguments+=(--header "Breakwater-Epoch: $(<"$POLLER_DIR/acted-epoch")")
  [ -z "$CA_FILE" ] || arguments+=(--cacert "$CA_FILE")
  : >"$ANSWER"
  : >"$HEADERS"
  HTTP_STATUS=$(curl "${arguments[@]}" --config <(http_credential) "$SERVER_URL$path" 2>"$EXCHANGE/error") || HTTP_STATUS=000
}

# the server's words for what went wrong, for the log
http_problem() {
  local words
  words=$(jq -r '[.code, .detail // .title] | map(select(. != null)) | join(": ")' "$ANSWER" 2>/dev/null || true)
  [ -n "$words" ] || words=$(tail_of <"$EXCHANGE/error")
  printf '%s %s' "$HTTP_STATUS" "$words"
}

http_header() { sed -n "s/^$1: *\\([^\\r]*\\)\\r*\$/\\1/Ip" "$HEADERS" | tail -n 1; }

# seconds the server asked us to wait, at most an hour; nothing when it did not ask
http_retry_after() {
  local seconds
  seconds=$(http_header retry-after)
  [[ $seconds =~ ^[0-9]{1,9}$ ]] || return 0
  echo $((seconds < 3600 ? seconds : 3600))
}
