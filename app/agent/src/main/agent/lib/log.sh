# Logging goes to standard error; the journal adds time and unit.
# shellcheck shell=bash

log() { printf 'breakwater-agent: %s\n' "$*" >&2; }

die() {
  log "$*"
  exit 1
}

# one printable line of at most 1500 characters from the end of standard input: tools colour and page their errors
tail_of() {
  sed $'s/\x1b\\[[0-9;]*[A-Za-z]//g' | tr -d '\000-\010\013-\037\177' | tail -n 20 | tr '\n\t' '  ' | tail -c 1500
}
