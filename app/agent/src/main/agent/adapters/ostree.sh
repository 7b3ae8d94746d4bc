# OSTree hosts. A ref is a commit; it runs only after a boot, and its place in the boot order is never its identity.
# shellcheck shell=bash

adapter_valid_ref() { [[ $1 =~ ^[0-9a-f]{64}$ ]]; }

adapter_mode() { echo BOOT; }

# one deployment a line: checksum, serial, state root, booted, staged, unlocked, refspec; in boot order. Text, for ostree before 2025.3 has no JSON.
ostree_deployments() {
  ostree admin status | awk -v OFS='\t' '
    function flush() { if (commit != "") print commit, serial, root, booted, staged, unlocked, refspec }
    /^[* -] [^ ]/ {
      flush(); split($0, words, " "); first = substr($0, 1, 1) == "*" ? 2 : 1
      root = words[first]; split(words[first + 1], parts, "."); commit = parts[1]; serial = parts[2]
      booted = first == 2 ? "yes" : "no"; staged = /\(staged\)/ ? "yes" : "no"; unlocked = "none"; refspec = "-"
    }
    /^ +Unlocked: / { unlocked = $2 }
    /^ +origin refspec: / { refspec = $3 }
    END { flush() }'
}

# ostree_booted COLUMN of the booted deployment
ostree_booted() { ostree_deployments | awk -F '\t' -v column="$1" '$4 == "yes" { print $column }'; }

adapter_facts() {
  ostree_deployments | awk -F '\t' '
    NR == 1 { print "default", $1 }
    $4 == "yes" { print "current", $1; print "booted", $1 }
    $5 == "yes" { print "staged", $1 }'
}

# Only pulled, not deployed: a staged deployment would be booted by any reboot, also one before the claim. The remote's own keys judge it.
adapter_stage() {
  timeout "$STAGE_TIMEOUT_SECONDS" ostree pull "$(ostree_remote)" "$1"
  [ -n "$(ostree show --print-metadata-key=ostree.bootable "$1" 2>/dev/null)" ] || { echo "$1 is not bootable" >&2 && return 65; }
  adapter_keep desired "$1"
}

ostree_remote() {
  local refspec=$OSTREE_REMOTE:
  [ -n "$OSTREE_REMOTE" ] || refspec=$(ostree_booted 7)
  [[ $refspec == *:* ]] || { echo "the booted deployment follows no remote; set OSTREE_REMOTE" >&2 && return 1; }
  echo "${refspec%%:*}"
}

adapter_keep() { ostree refs --force --create="breakwater/$1" "$2"; }

adapter_activate() {
  local origin
  origin=/sysroot/ostree/deploy/$(ostree_booted 3)/deploy/$(ostree_booted 1).$(ostree_booted 2).origin
  ostree admin deploy --stage --origin-file="$origin" "$1"
}

# Back to what runs now: drop what waits for the boot. Else make it the default where ostree can reorder, or deploy it again.
adapter_rollback() {
  local index
  if [ "$(ostree_booted 1)" = "$1" ] && [ "$(ostree_deployments | awk 'NR == 1 { print $5 }')" = yes ]; then
    ostree admin undeploy 0
    return
  fi
  index=$(ostree_deployments | awk -F '\t' -v commit="$1" '$1 == commit { print NR - 1; exit }')
  if [ "$index" = 0 ]; then return; fi
  if [ -n "$index" ] && ostree_can_reorder; then
    ostree admin set-default "$index"
  else
    adapter_activate "$1"
  fi
}

ostree_can_reorder() { ostree admin --help 2>&1 | grep -q '^ *set-default '; }

adapter_confirm() { :; }

adapter_boot_trouble() {
  [ ! -e /boot/ostree/finalize-failure.stamp ] || printf '; finalizing it at shutdown failed: %s' "$(tail_of </boot/ostree/finalize-failure.stamp)"
}

adapter_drift() {
  ostree_drift_deployments
  ostree_drift_arguments
  ostree_drift_signature
  ostree_drift_previous
}

adapter_drift_as_root() { ostree_drift_etc; }

ostree_drift_deployments() {
  local unlocked
  [ "${FACTS[default]}" = "${FACTS[booted]}" ] || printf 'PENDING_BOOT\tthe next boot is into %s\n' "${FACTS[default]}"
  unlocked=$(ostree_booted 6)
  [ "$unlocked" = none ] || printf 'LOCAL_CHANGES\t/usr is unlocked: %s\n' "$unlocked"
}

# kernel arguments of the next boot that differ from this one's, where both are the same commit
ostree_drift_arguments() {
  local entry next
  [ "${FACTS[default]}" = "${FACTS[booted]}" ] || return 0
  entry=$(for entry in /boot/loader/entries/*.conf; do printf '%s %s\n' "$(sed -n 's/^version //p' "$entry" 2>/dev/null)" "$entry"; done | sort -n | tail -n 1 | cut -d ' ' -f 2-)
  [ -r "$entry" ] || return 0
  next=$(sed -n 's/^options //p' "$entry" | tr ' ' '\n' | grep -v '^ostree=' | sort)
  [ "$next" = "$(tr ' ' '\n' </proc/cmdline | grep -vE '^(ostree|BOOT_IMAGE)=|^$' | sort)" ] || printf 'CONFIG_CHANGED\tkernel arguments of the next boot differ\n'
}

# names only, never contents; what every host changes at first boot is left out.
ostree_drift_etc() {
  local changed
  changed=$(ostree admin config-diff 2>/dev/null |
    awk '{ print $1 " /etc/" $2 }' | grep -vE ' /etc/(machine-id|resolv\.conf|hostname|adjtime|\.updated|\.pwd\.lock|[a-z]+-$|ssh/ssh_host_|ld\.so\.cache|passwd$|group$|shadow$|gshadow$)' |
    sort | head -n 20 | tr '\n' ' ' || true)
  [ -z "$changed" ] || printf 'CONFIG_CHANGED\t%s\n' "$changed"
}

ostree_drift_signature() {
  local remote
  remote=$(ostree_remote 2>/dev/null) || return 0
  cat /etc/ostree/remotes.d/*.conf /sysroot/ostree/repo/config 2>/dev/null |
    awk -v remote="[remote \"$remote\"]" '/^\[/ { inside = $0 == remote } inside && /^(gpg-verify|sign-verify) *= *false/ { found = 1 } END { exit !found }' || return 0
  printf 'UNVERIFIED\tremote %s is not checked for signatures\n' "$remote"
}

ostree_drift_previous() {
  local previous
  previous=$(ostree rev-parse breakwater/previous 2>/dev/null) || return 0
  ostree show "$previous" >/dev/null 2>&1 || printf 'ROLLBACK_AT_RISK\t%s is gone from the repository\n' "$previous"
}
