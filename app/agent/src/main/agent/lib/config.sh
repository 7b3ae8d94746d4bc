# Settings: KEY=VALUE lines that are read, never sourced, so a settings file cannot run commands.
# shellcheck shell=bash disable=SC2034

SERVER_URL=''
HOST_NAME=''
PLATFORM=''
LABELS=''
ENROLLMENT_TOKEN_FILE=/etc/breakwater/enrollment-token
CA_FILE=''
ALLOW_HTTP=no
STATE_DIR=/var/lib/breakwater
CHECKS_DIR=/etc/breakwater/checks.d
CHECK_TIMEOUT_SECONDS=30
CHECK_GRACE_SECONDS=60
STAGE_ATTEMPTS=3
STAGE_TIMEOUT_SECONDS=3600
LONG_POLL_SECONDS=30
MAX_BACKOFF_SECONDS=300
REBOOT_COMMAND='systemctl reboot'
AGENT_LINK=''
PROFILE=/nix/var/nix/profiles/system
GC_ROOTS=/nix/var/nix/gcroots/breakwater
OSTREE_REMOTE=''

config_load() {
  local file=$1 line key value
  [ -r "$file" ] || die "cannot read the settings in $file"
  while IFS= read -r line || [ -n "$line" ]; do
    [[ $line =~ ^[[:space:]]*(#.*)?$ ]] && continue
    [[ $line =~ ^([A-Z_]+)=(.*)$ ]] || die "$file: not KEY=VALUE: $line"
    key=${BASH_REMATCH[1]}
    value=${BASH_REMATCH[2]}
    value=${value#\"} && value=${value%\"}
    config_set "$key" "$value" || die "$file: unknown setting $key"
  done <"$file"
  [ -n "$HOST_NAME" ] || HOST_NAME=$(uname -n)
  config_check
}

config_set() {
  case $1 in
    SERVER_URL | HOST_NAME | PLATFORM | LABELS | ENROLLMENT_TOKEN_FILE | CA_FILE | ALLOW_HTTP | STATE_DIR | CHECKS_DIR) ;;
    CHECK_TIMEOUT_SECONDS | CHECK_GRACE_SECONDS | STAGE_ATTEMPTS | STAGE_TIMEOUT_SECONDS | LONG_POLL_SECONDS | MAX_BACKOFF_SECONDS)
      [[ $2 =~ ^[0-9]{1,6}$ ]] || die "$1 is not a whole number: $2"
      ;;
    REBOOT_COMMAND | AGENT_LINK | PROFILE | GC_ROOTS | OSTREE_REMOTE) ;;
    *) return 1 ;;
  esac
  printf -v "$1" '%s' "$2"
}

config_check() {
  local local_http='^http://(localhost|127\.0\.0\.1|\[::1\])(:[0-9]+)?$'
  SERVER_URL=${SERVER_URL%/}
  case $SERVER_URL in
    https://?*) ;;
    http://?*) [[ $SERVER_URL =~ $local_http || $ALLOW_HTTP == yes ]] || die "SERVER_URL is http: the credential would travel in the clear; set ALLOW_HTTP=yes to accept that" ;;
    *) die "SERVER_URL is not an http or https address: $SERVER_URL" ;;
  esac
  case $PLATFORM in
    nixos | ostree) ;;
    home-manager | rpm-ostree | bootc) die "PLATFORM $PLATFORM has no adapter yet" ;;
    *) die "PLATFORM is not one of nixos, ostree: $PLATFORM" ;;
  esac
}
