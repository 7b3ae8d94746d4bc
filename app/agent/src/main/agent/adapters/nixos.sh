# NixOS. A ref is the store path of a system closure; the links below are the truth, generation numbers are not.
# shellcheck shell=bash

adapter_valid_ref() { [[ $1 =~ ^/nix/store/[0-9a-df-np-sv-z]{32}-[0-9A-Za-z+._?=-]{1,200}$ ]]; }

adapter_mode() { case $1 in BOOT | TEST_THEN_COMMIT) echo "$1" ;; *) echo SWITCH ;; esac; }

adapter_facts() {
  printf '%s %s\n' current "$(nixos_current)" booted "$(nixos_link /run/booted-system)" default "$(nixos_link "$PROFILE")"
}

nixos_link() {
  local path
  path=$(readlink -f "$1" 2>/dev/null || true)
  ! adapter_valid_ref "$path" || echo "$path"
}

# an active specialisation has a path of its own; what counts is the system it belongs to
nixos_current() {
  local current special
  current=$(nixos_link /run/current-system)
  for special in "$PROFILE"/specialisation/*; do
    [ "$(readlink -f "$special")" != "$current" ] || current=$(nixos_link "$PROFILE")
  done
  echo "$current"
}

# Signatures are judged by this host's own nix.conf. A path that was missing a moment ago may be there now, hence no negative cache.
adapter_stage() {
  local ref=$1
  mkdir -p "$GC_ROOTS"
  timeout "$STAGE_TIMEOUT_SECONDS" nix-store --realise "$ref" --add-root "$GC_ROOTS/desired" --option narinfo-cache-negative-ttl 0 >/dev/null
  [ -x "$ref/bin/switch-to-configuration" ] || { echo "$ref is not a NixOS system" >&2 && return 65; }
  nixos_fits_machine "$ref"
}

nixos_fits_machine() {
  local wanted own
  wanted=$(cat "$1/system" 2>/dev/null || true)
  own=$(uname -m)-linux
  [ "$own" = "$wanted" ] || { echo "$1 is built for ${wanted:-an unknown machine}, this one is $own" >&2 && return 65; }
}

# adapter_keep NAME REF: safe from garbage collection under that name
adapter_keep() {
  mkdir -p "$GC_ROOTS"
  ln -sfn "$2" "$GC_ROOTS/$1"
}

# The switch script never sets the profile: the caller does, first.
adapter_activate() {
  local ref=$1 mode=$2
  nixos_fits_machine "$ref"
  case $mode in
    BOOT) nixos_set_and boot "$ref" ;;
    TEST_THEN_COMMIT) "$ref/bin/switch-to-configuration" test ;;
    *)
      [ ! -e "$ref/switch-inhibitors" ] || "$ref/bin/switch-to-configuration" check
      nixos_set_and switch "$ref"
      ;;
  esac
}

nixos_set_and() {
  nix-env --profile "$PROFILE" --set "$2"
  "$2/bin/switch-to-configuration" "$1"
}

# to a recorded path by that path's own script: `nix-env --rollback` may land on the failed generation
adapter_rollback() {
  nix-store --check-validity "$1"
  case $2 in BOOT) nixos_set_and boot "$1" ;; *) nixos_set_and switch "$1" ;; esac
}

adapter_confirm() { [ "$2" != TEST_THEN_COMMIT ] || nixos_set_and boot "$1"; }

adapter_boot_trouble() { :; }

adapter_drift() {
  nixos_drift_pending
  nixos_drift_reboot
  nixos_drift_packages
  nixos_drift_signature
  nixos_drift_previous
}

adapter_drift_as_root() { :; }

nixos_drift_pending() {
  local current default
  current=${FACTS[current]} default=${FACTS[default]}
  [ -n "$current" ] && [ "$current" != "$default" ] || return 0
  if [ "$current" = "$(field "$DESIRED" ref)" ]; then
    printf 'UNCOMMITTED\tthe next boot is into %s\n' "$default"
  else
    printf 'PENDING_BOOT\tthe next boot is into %s\n' "$default"
  fi
}

nixos_drift_reboot() {
  local part parts=''
  for part in kernel initrd kernel-modules; do
    [ -e "/run/booted-system/$part" ] || continue
    [ "$(readlink -f "/run/booted-system/$part")" = "$(readlink -f "/run/current-system/$part")" ] || parts="$parts $part"
  done
  [ -z "$parts" ] || printf 'REBOOT_REQUIRED\tthe running system was booted with another%s\n' "$parts"
}

nixos_drift_packages() {
  local packages
  [ -e /nix/var/nix/profiles/default ] || return 0
  packages=$(nix-env --profile /nix/var/nix/profiles/default --query 2>/dev/null | sort | tr '\n' ' ' || true)
  [ -z "$packages" ] || printf 'LOCAL_PACKAGES\t%s\n' "$packages"
}

# the answer is a list before Nix 2.19 and an object since
nixos_drift_signature() {
  local current
  current=${FACTS[current]}
  [ -n "$current" ] || return 0
  nix --extra-experimental-features nix-command path-info --json "$current" 2>/dev/null |
    jq -r 'if type == "array" then .[] else .[] end | select((.signatures // [] | length) == 0)
      | "UNVERIFIED\tthe running system carries no signature: it was built or copied here"' 2>/dev/null || true
}

nixos_drift_previous() {
  local previous
  previous=$(readlink "$GC_ROOTS/previous" 2>/dev/null || true)
  [ -z "$previous" ] || [ -e "$previous" ] || printf 'ROLLBACK_AT_RISK\t%s is gone from the store\n' "$previous"
}
