#!/usr/bin/env bash
# OSTree hosts on one machine without a reboot: libostree calls a deployment booted when /run/ostree-booted exists and / is that
# deployment's folder, so a boot is a chroot into the default deployment with a fresh /run and a new boot id.
#
#   ostree-world.sh WORLD builder              lines "LABEL good|unsigned HEALTH" from standard input become commits; prints "LABEL COMMIT"
#   ostree-world.sh WORLD install NAME COMMIT  makes the sysroot of host NAME, with COMMIT deployed
#   ostree-world.sh WORLD host NAME COMMAND…   boots NAME and runs COMMAND in it; boots anew whenever it leaves /run/reboot
#   ostree-world.sh WORLD status NAME          `ostree admin status` of the running or stopped host, from outside
#   ostree-world.sh WORLD clean                makes WORLD removable: deployments carry the immutable bit
#
# WORLD/repo is to be served over HTTP at $REPO_URL.
set -euo pipefail
export LC_ALL=C
world=$1 verb=$2
shift 2
unset TMPDIR || true
export GNUPGHOME=$world/gnupg
ref=world/stable

make_key() {
  install -d -m 0700 "$GNUPGHOME"
  gpg --batch --quiet --passphrase '' --quick-generate-key 'world <world@example.invalid>' ed25519 sign never 2>/dev/null
  gpg --armor --export world >"$world/public.asc"
}

make_tree() { # LABEL HEALTH
  local tree=$world/tree folder
  rm -rf "$tree"
  mkdir -p "$tree"/usr/{bin,sbin,lib,lib64,etc} "$tree"/usr/lib/modules/6.12 "$tree"/{proc,sys,dev,run,sysroot,var,tmp,boot,world}
  echo "kernel $1" >"$tree/usr/lib/modules/6.12/vmlinuz"
  echo "initramfs $1" >"$tree/usr/lib/modules/6.12/initramfs.img"
  printf 'ID=world\nVERSION_ID=%s\n' "$1" >"$tree/usr/lib/os-release"
  printf %s "$2" >"$tree/usr/etc/health"
  echo setting >"$tree/usr/etc/application.conf"
  for folder in bin sbin lib lib64; do ln -s "usr/$folder" "$tree/$folder"; done
  ln -s sysroot/ostree "$tree/ostree"
}

build() {
  local label kind health sign key commit
  make_key
  key=$(gpg --list-keys --with-colons | awk -F: '/^fpr/ { print $10; exit }')
  ostree init --repo="$world/repo" --mode=archive
  while read -r label kind health; do
    make_tree "$label" "$health"
    sign=()
    [ "$kind" = unsigned ] || sign=(--gpg-sign="$key" --gpg-homedir="$GNUPGHOME")
    commit=$(ostree --repo="$world/repo" commit -b "$ref" --bootable --owner-uid=0 --owner-gid=0 --no-xattrs \
      -s "$label" --add-metadata-string version="$label" "${sign[@]}" "$world/tree")
    echo "$label $commit"
  done
  ostree --repo="$world/repo" summary -u --gpg-sign="$key" --gpg-homedir="$GNUPGHOME" >/dev/null
  gpgconf --kill all >/dev/null 2>&1 || true
}

make_host() { # NAME COMMIT
  local sysroot=$world/hosts/$1/sysroot repository
  mkdir -p "$sysroot"
  repository=$sysroot/ostree/repo
  ostree admin init-fs --modern "$sysroot"
  ostree admin os-init world --sysroot="$sysroot" >/dev/null
  ostree --repo="$repository" remote add --gpg-import="$world/public.asc" origin "$REPO_URL" "$ref" >/dev/null
  ostree --repo="$repository" pull origin "$ref@$2" >/dev/null
  ostree admin deploy --sysroot="$sysroot" --os=world --karg=root=LABEL=root "origin:$ref" >/dev/null
}

default_entry() { # NAME: the boot loader entry with the highest version
  local entry version best=-1 found=''
  for entry in "$world/hosts/$1"/sysroot/boot/loader/entries/*.conf; do
    version=$(sed -n 's/^version //p' "$entry")
    if [ "$version" -gt "$best" ]; then best=$version found=$entry; fi
  done
  echo "$found"
}

power_on() { # NAME: what firmware and boot loader do
  local host=$world/hosts/$1 entry
  entry=$(default_entry "$1")
  readlink -f "$host/sysroot$(sed -n 's/^options .*ostree=\([^ ]*\).*/\1/p' "$entry")" >"$host/booted"
  sed -n 's/^options //p' "$entry" >"$host/cmdline"
  cat /proc/sys/kernel/random/uuid >"$host/boot_id"
  rm -rf "$host/run"
  mkdir -p "$host/run/stub"
  touch "$host/run/ostree-booted"
  # newer ostree asks systemd to finalize at shutdown; power_off does that here
  printf '#!/bin/sh\n' >"$host/run/stub/systemctl"
  chmod +x "$host/run/stub/systemctl"
  # Debian's awk is a link through /etc/alternatives, which a host's own /etc does not have
  ln -s "$(readlink -f "$(command -v awk)")" "$host/run/stub/awk"
}

enter() { # NAME COMMAND…
  local host=$world/hosts/$1
  shift
  # shellcheck disable=SC2016
  exec unshare --mount --pid --fork --kill-child bash -ec '
    mount --make-rprivate /
    host=$1 world=$2
    shift 2
    root=$(cat "$host/booted")
    mount --bind "$root" "$root"
    mount --bind "$host/sysroot" "$root/sysroot"
    mount --bind "$host/sysroot/boot" "$root/boot"
    mount --bind "$host/sysroot/ostree/deploy/world/var" "$root/var"
    mount --rbind /usr "$root/usr"
    mount -t proc proc "$root/proc"
    mount --bind "$host/cmdline" "$root/proc/cmdline"
    mount --bind "$host/boot_id" "$root/proc/sys/kernel/random/boot_id"
    mount --rbind /dev "$root/dev"
    mount --bind "$host/run" "$root/run"
    mount -t tmpfs tmpfs "$root/tmp"
    mount --rbind "$world" "$root/world"
    [ -z "${AGENT_HOME-}" ] || { mkdir "$root/tmp/agent" && mount --bind "$AGENT_HOME" "$root/tmp/agent"; }
    exec env -u GNUPGHOME PATH="/run/stub:$PATH" chroot "$root" "$@"' enter "$host" "$world" "$@"
}

power_off() { (enter "$1" ostree admin finalize-staged) >/dev/null 2>&1 || true; }

run_host() { # NAME COMMAND…
  local name=$1 inside
  shift
  while :; do
    power_on "$name"
    enter "$name" "$@" &
    inside=$!
    # shellcheck disable=SC2064
    trap "kill -9 $inside" EXIT
    while kill -0 "$inside" 2>/dev/null && [ ! -e "$world/hosts/$name/run/reboot" ]; do sleep 0.2; done
    [ -e "$world/hosts/$name/run/reboot" ] || break
    kill -9 "$inside" 2>/dev/null || true
    wait "$inside" 2>/dev/null || true
    trap - EXIT
    power_off "$name"
  done
}

case $verb in
  builder) build ;;
  install) make_host "$@" ;;
  host) run_host "$@" ;;
  status) ostree admin status --sysroot="$world/hosts/$1/sysroot" ;;
  clean) find "$world"/hosts/*/sysroot/ostree/deploy -maxdepth 3 -type d -name '*.[0-9]*' -exec chattr -i {} + ;;
  *) exit 2 ;;
esac
