#!/usr/bin/env bash
# Installs the agent: DESTDIR=… LIBEXEC=… UNITS=… ./install.sh
# The defaults suit an image build. On a host whose /usr is read-only: LIBEXEC=/usr/local/libexec/breakwater UNITS=/etc/systemd/system
set -euo pipefail
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
destination=${DESTDIR-}
libexec=${LIBEXEC:-/usr/libexec/breakwater}
units=${UNITS:-/usr/lib/systemd/system}
sysusers=${SYSUSERS:-/usr/lib/sysusers.d}
tmpfiles=${TMPFILES:-/usr/lib/tmpfiles.d}
if [ "$units" = /etc/systemd/system ]; then
  sysusers=${SYSUSERS:-/etc/sysusers.d}
  tmpfiles=${TMPFILES:-/etc/tmpfiles.d}
fi

install -d "$destination$libexec"/{lib,adapters} "$destination$units" "$destination$sysusers" "$destination$tmpfiles" "$destination/etc/breakwater/checks.d"
install -m 0755 "$here/breakwater-agent" "$destination$libexec/"
install -m 0644 "$here"/lib/*.sh "$destination$libexec/lib/"
install -m 0644 "$here"/adapters/*.sh "$destination$libexec/adapters/"
[ ! -e "$here/VERSION" ] || install -m 0644 "$here/VERSION" "$destination$libexec/"
for unit in "$here"/systemd/*.{service,path,timer}; do
  sed "s#@LIBEXEC@#$libexec#" "$unit" >"$destination$units/${unit##*/}"
done
install -m 0644 "$here/systemd/breakwater-sysusers.conf" "$destination$sysusers/breakwater.conf"
install -m 0644 "$here/systemd/breakwater-tmpfiles.conf" "$destination$tmpfiles/breakwater.conf"
install -m 0644 "$here/agent.conf.example" "$destination/etc/breakwater/"
echo "Installed. Write /etc/breakwater/agent.conf (see agent.conf.example), then:" >&2
echo "  systemd-sysusers && systemd-tmpfiles --create && systemctl daemon-reload" >&2
echo "  systemctl enable --now breakwater-apply.path breakwater-reconcile.service breakwater-inspect.timer breakwater-agent.service" >&2
