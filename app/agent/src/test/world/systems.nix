# What an agent may rely on in a NixOS system, and nothing else: built without nixpkgs, activated without systemd.
rec {
  make = name: script: derivation {
    inherit name;
    system = builtins.currentSystem;
    builder = "/bin/sh";
    args = [ "-c" ("PATH=/usr/local/bin:/usr/bin:/bin; " + script) ];
  };

  application = label: make "application-${label}" ''
    mkdir -p $out/bin; head -c 100000 /dev/zero > $out/blob; echo ${label} > $out/version
  '';

  kernel = make "linux-6.12" ''echo kernel > $out'';

  # health: read by the hosts' check. exit: of switch and test. agent: a folder with the agent it brings. A file /run/gate holds the switch until it is removed.
  system = { host, label, health ? "ok", exit ? "0", machine ? builtins.currentSystem, agent ? "" }: make "nixos-system-${host}-${label}" ''
    mkdir -p $out/bin $out/sw
    printf %s "${label}" > $out/nixos-version
    printf %s "${machine}" > $out/system
    printf %s "${health}" > $out/health
    ln -s ${application label} $out/sw/application
    ln -s ${kernel} $out/kernel; ln -s ${kernel} $out/initrd; ln -s ${kernel} $out/kernel-modules
    if [ -n "${agent}" ]; then cp -r ${agent} $out/sw/agent; echo next > $out/sw/agent/VERSION; fi
    cat > $out/bin/switch-to-configuration <<X
    #!/bin/sh
    case "\$1" in
      boot) readlink -f /nix/var/nix/profiles/system > /run/boot-default ;;
      switch | test)
        [ ! -e /run/gate ] || touch /run/reached
        while [ -e /run/gate ]; do sleep 0.1; done
        [ "\$1" = test ] || readlink -f /nix/var/nix/profiles/system > /run/boot-default
        ln -sfn $out /run/current-system
        [ ${exit} = 0 ] || echo "warning: the following units failed: demo.service" >&2
        exit ${exit} ;;
      *) echo "Usage: \$0 [check|switch|boot|test|dry-activate]" >&2; exit 1 ;;
    esac
    X
    sed -i 's/^    //' $out/bin/switch-to-configuration
    chmod +x $out/bin/switch-to-configuration
  '';
}
