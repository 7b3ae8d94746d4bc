# The agent is part of the system it changes: a generation may bring another agent.
# shellcheck shell=bash

own_update_fingerprint() { cat "$SELF" "$AGENT_HOME"/lib/*.sh "$AGENT_HOME"/adapters/*.sh | cksum; }

# own_update FINGERPRINT: becomes the agent that is installed now. Under systemd its unit starts it, with the unit's new settings.
own_update() {
  local successor=$SELF
  [ -z "$AGENT_LINK" ] || successor=$(readlink -f "$AGENT_LINK" || true)
  [ -x "$successor" ] || return 0
  if [ "$successor" != "$SELF" ] || [ "$(own_update_fingerprint)" != "$1" ]; then
    log "replaced by $successor, starting it"
    has_systemd || exec "$successor" run
    exit 0
  fi
}
