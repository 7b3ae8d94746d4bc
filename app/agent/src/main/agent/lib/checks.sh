# Is this host well? systemd's own verdict, and every executable in CHECKS_DIR. The control plane may name checks, never send any.
# shellcheck shell=bash disable=SC2034 # its variables are read by the other parts

CHECKS='[]'
HEALTH=UNKNOWN

# checks_run [REQUIRED, as the server names them]: CHECKS for the report, HEALTH is the worst of them
checks_run() {
  local required=${1:-[]} results
  results=$({ checks_systemd && checks_scripts; } | jq -Rcrn --argjson required "${required:-[]}" '
    [inputs | split("\t") | {name: .[0], status: .[1], message: .[2][:1000]}]
    | map(.name) as $known
    | . + ([$required[] | if type == "object" then .name else . end] - $known
           | map({name: ., status: "UNKNOWN", message: "this host has no such check"}))
    | .[:60]
    | (map(.status) | if index("FAIL") then "FAIL" elif index("UNKNOWN") then "UNKNOWN" else "PASS" end), .')
  HEALTH=${results%%$'\n'*}
  CHECKS=${results#*$'\n'}
}

checks_line() { printf '%s\t%s\t%s\n' "$1" "$2" "$3"; }

checks_scripts() {
  local script name output status
  for script in "$CHECKS_DIR"/*; do
    name=${script##*/}
    [[ -f $script && -x $script && $name =~ ^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$ ]] || continue
    status=0
    output=$(timeout --kill-after=5 "$CHECK_TIMEOUT_SECONDS" "$script" </dev/null 2>&1 | tail_of) || status=$?
    case $status in
      0) checks_line "$name" PASS "$output" ;;
      75) checks_line "$name" UNKNOWN "$output" ;;
      124 | 137) checks_line "$name" FAIL "no answer in $CHECK_TIMEOUT_SECONDS s $output" ;;
      *) checks_line "$name" FAIL "exit $status $output" ;;
    esac
  done
}

checks_systemd() {
  has_systemd || return 0
  local state new
  state=$(systemctl is-system-running 2>/dev/null || true)
  case $state in
    running) checks_line systemd PASS '' ;;
    degraded)
      new=$(comm -13 <(sort "$APPLIER_DIR/failed-units" 2>/dev/null || true) <(failed_units | sort))
      if [ -z "$new" ]; then checks_line systemd PASS 'no unit failed that had not failed before'; else checks_line systemd FAIL "failed: $(tail_of <<<"$new")"; fi
      ;;
    *) checks_line systemd UNKNOWN "systemd is $state" ;;
  esac
}

failed_units() {
  ! has_systemd || systemctl list-units --failed --plain --no-legend --no-pager 2>/dev/null | awk '{print $1}'
}
