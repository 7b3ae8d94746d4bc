#!/bin/sh
# Runs Node with the given arguments, or says in one sentence why it cannot.
if ! command -v node >/dev/null || ! node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)'; then
  echo "Breakwater's dashboard is built with Node 20.19 or newer, and 'node' on the PATH is $(node --version 2>/dev/null || echo missing): install it (https://nodejs.org), or leave the dashboard out with -Dexec.skip." >&2
  exit 1
fi
exec node "$@"
