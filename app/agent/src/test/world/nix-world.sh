#!/usr/bin/env bash
# NixOS hosts on one machine: each has its own /nix and /run in namespaces of its own, so an unmodified agent works on real links with real Nix.
#
#   nix-world.sh WORLD builder                      lines "HOST LABEL [ATTRIBUTES]" from standard input are built, signed, uploaded;
#                                                   prints "HOST LABEL PATH". LABEL unsigned… is uploaded without a signature.
#   nix-world.sh WORLD host NAME COMMAND…           runs COMMAND inside host NAME, as process 1; kill -9 of this process is a power cut
#   nix-world.sh WORLD split STATE AGENT            (inside a host) the poller as nobody; root does what the path unit does
#   nix-world.sh WORLD install PATH                 (inside a host) makes PATH the running, booted and default system
#
# WORLD/cache is to be served over HTTP at $CACHE_URL.
set -euo pipefail
export LC_ALL=C
world=$1 verb=$2
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
shift 2
unset NIX_REMOTE NIX_PATH NIX_PROFILES NIX_USER_PROFILE_DIR || true

write_nix_conf() { # FOLDER SUBSTITUTERS KEYS
  mkdir -p "$1"
  printf '%s\n' 'experimental-features = nix-command' 'build-users-group =' 'sandbox = false' 'require-sigs = true' \
    "substituters = $2" "trusted-public-keys = $3" >"$1/nix.conf"
}

enter() { # NAME COMMAND…
  local name=$1 namespaces=(unshare --mount --pid --fork --kill-child --mount-proc)
  shift
  mkdir -p "$world/hosts/$name"/{nix,run,home}
  [ "$(id -u)" = 0 ] || namespaces=(unshare --map-root-user --mount --pid --fork --kill-child --mount-proc)
  # shellcheck disable=SC2016
  exec "${namespaces[@]}" bash -ec '
    host=$1
    shift
    mount --make-rprivate /
    mount --bind "$host/nix" /nix
    mount --bind "$host/run" /run
    export HOME="$host/home" XDG_CACHE_HOME="$host/home/.cache" NIX_CONF_DIR="$host/etc-nix"
    exec "$@"' enter "$world/hosts/$name" "$@"
}

build() { # runs inside the builder
  local host label attributes path to
  nix-store --generate-binary-cache-key world-1 "$world/cache.secret" "$world/cache.public"
  while read -r host label attributes; do
    path=$(nix-build --no-out-link -E "(import $here/systems.nix).system { host = \"$host\"; label = \"$label\"; $attributes }" 2>>"$world/build.log")
    to="file://$world/cache?compression=none"
    [[ $label == unsigned* ]] || to="$to&secret-key=$world/cache.secret"
    nix copy --to "$to" "$path" 2>>"$world/build.log"
    echo "$host $label $path"
  done
}

install_system() {
  nix-store --realise "$1" >/dev/null 2>&1
  mkdir -p /nix/var/nix/profiles
  nix-env --profile /nix/var/nix/profiles/system --set "$1"
  "$1/bin/switch-to-configuration" switch
  ln -sfn "$1" /run/booted-system
}

split() { # STATE AGENT: this shell stays process 1, so that the host's end is the poller's end
  install -d -m 0750 -g nogroup "$1" "$1/applier"
  install -d -m 0700 -o nobody -g nogroup "$1/poller"
  setpriv --reuid=nobody --regid=nogroup --clear-groups --no-new-privs --bounding-set=-all "$2" run &
  while kill -0 $!; do
    [ ! -e "$1/poller/request.json" ] || "$2" apply
    sleep 0.2
  done
}

case $verb in
  builder)
    write_nix_conf "$world/hosts/builder/etc-nix" '' ''
    enter builder "$0" "$world" build
    ;;
  host)
    write_nix_conf "$world/hosts/$1/etc-nix" "$CACHE_URL" "$(cat "$world/cache.public")"
    enter "$@"
    ;;
  build) build ;;
  split) split "$@" ;;
  install) install_system "$1" ;;
  *) exit 2 ;;
esac
