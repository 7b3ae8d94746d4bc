# What this host runs, resolved from the real links and deployments each time it is asked.
# shellcheck shell=bash disable=SC2034 # its variables are read by the other parts

declare -A FACTS

agent_version() { cat "$AGENT_HOME/VERSION" 2>/dev/null || echo dev; }

# FACTS: current, booted, default and staged as refs or empty, plus bootId and bootComplete
facts_collect() {
  local name ref refs
  refs=$(adapter_facts)
  FACTS=([current]='' [booted]='' [default]='' [staged]='' [bootId]=$(boot_id) [bootComplete]=false)
  while read -r name ref; do
    [ -z "$name" ] || FACTS[$name]=$ref
  done <<<"$refs"
  ! boot_complete || FACTS[bootComplete]=true
}

facts_json() {
  jq -nc --arg current "${FACTS[current]}" --arg booted "${FACTS[booted]}" --arg default "${FACTS[default]}" --arg staged "${FACTS[staged]}" \
    --arg bootId "${FACTS[bootId]}" --argjson bootComplete "${FACTS[bootComplete]}" '
    ({$current, $booted, $default, $staged} | with_entries(select(.value != "") | .value |= {ref: .})) + {$bootId, $bootComplete}'
}

# our unit wants boot-complete.target, so where it is not reached something that must be up is not
boot_complete() { ! has_systemd || systemctl is-active --quiet boot-complete.target; }

# facts_moved REF MODE: the step that needs no boot is done
facts_moved() {
  case $2 in
    BOOT) [ "${FACTS[default]}" = "$1" ] ;;
    TEST_THEN_COMMIT) [ "${FACTS[current]}" = "$1" ] ;;
    *) [ "${FACTS[current]}" = "$1" ] && [ "${FACTS[default]}" = "$1" ] ;;
  esac
}

# facts_arrived REF MODE: this host runs REF, and will after its next boot unless the mode still has to commit it
facts_arrived() {
  facts_moved "$1" "$2" && [ "${FACTS[current]}" = "$1" ] && { [ "$2" != BOOT ] || [ "${FACTS[booted]}" = "$1" ]; }
}
