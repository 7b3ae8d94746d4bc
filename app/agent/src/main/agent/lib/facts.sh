# What this host runs, resolved from the real links and deployments each time it is asked.
# shellcheck shell=bash disable=SC2034 # its variables are read by the other parts

FACTS='{}'

agent_version() { cat "$AGENT_HOME/VERSION" 2>/dev/null || echo dev; }

# FACTS: {current, booted, default, staged} as refs or null, plus bootId and bootComplete
facts_collect() {
  local refs complete=false
  refs=$(adapter_facts)
  ! boot_complete || complete=true
  FACTS=$(jq -c --arg boot "$(boot_id)" --argjson complete "$complete" '. + {bootId: $boot, bootComplete: $complete}' <<<"$refs")
}

fact() { jq -r --arg name "$1" '.[$name] // empty' <<<"$FACTS"; }

# our unit wants boot-complete.target, so where it is not reached something that must be up is not
boot_complete() { ! has_systemd || systemctl is-active --quiet boot-complete.target; }

# facts_moved REF MODE: the step that needs no boot is done
facts_moved() {
  case $2 in
    BOOT) [ "$(fact default)" = "$1" ] ;;
    TEST_THEN_COMMIT) [ "$(fact current)" = "$1" ] ;;
    *) [ "$(fact current)" = "$1" ] && [ "$(fact default)" = "$1" ] ;;
  esac
}

# facts_arrived REF MODE: this host runs REF, and will after its next boot unless the mode still has to commit it
facts_arrived() {
  facts_moved "$1" "$2" && [ "$(fact current)" = "$1" ] && { [ "$2" != BOOT ] || [ "$(fact booted)" = "$1" ]; }
}
