# services.breakwater-agent: lets this host follow a Breakwater control plane.
{ config, lib, pkgs, ... }:
let
  cfg = config.services.breakwater-agent;
  runtime = [ pkgs.bash pkgs.coreutils pkgs.curl pkgs.jq pkgs.gnugrep pkgs.gnused pkgs.gawk pkgs.util-linux config.nix.package config.systemd.package ];
  package = pkgs.stdenvNoCC.mkDerivation {
    pname = "breakwater-agent";
    version = lib.fileContents (if builtins.pathExists ../VERSION then ../VERSION else pkgs.writeText "version" "dev");
    src = ./..;
    dontBuild = true;
    installPhase = ''
      mkdir -p $out/libexec $out/bin
      cp -r breakwater-agent lib adapters $out/libexec/
      [ ! -e VERSION ] || cp VERSION $out/libexec/
      patchShebangs $out/libexec/breakwater-agent
      ln -s ../libexec/breakwater-agent $out/bin/breakwater-agent
    '';
  };
  settings = pkgs.writeText "agent.conf" (lib.concatLines (lib.mapAttrsToList (key: value: "${key}=${toString value}") ({
    SERVER_URL = cfg.serverUrl;
    PLATFORM = "nixos";
    HOST_NAME = cfg.hostName;
    LABELS = lib.concatStringsSep "," (lib.mapAttrsToList (key: value: "${key}=${value}") cfg.labels);
    PROFILE = cfg.profile;
    ENROLLMENT_TOKEN_FILE = cfg.enrollmentTokenFile;
    CHECKS_DIR = "/etc/breakwater/checks.d";
    AGENT_LINK = "/run/current-system/sw/bin/breakwater-agent";
  } // cfg.settings)));
  root = description: command: {
    inherit description;
    path = runtime;
    environment.BREAKWATER_AGENT_CONF = "/etc/breakwater/agent.conf";
    # the switch that this unit asks for must not restart or stop it half way
    restartIfChanged = false;
    unitConfig.X-StopOnRemoval = false;
    serviceConfig = { Type = "oneshot"; ExecStart = "${package}/bin/breakwater-agent ${command}"; KillMode = "process"; TimeoutStartSec = "infinity"; };
  };
in {
  options.services.breakwater-agent = {
    enable = lib.mkEnableOption "the Breakwater agent";
    serverUrl = lib.mkOption { type = lib.types.str; example = "https://breakwater.example.org"; };
    hostName = lib.mkOption { type = lib.types.str; default = config.networking.hostName; defaultText = "config.networking.hostName"; };
    labels = lib.mkOption { type = lib.types.attrsOf lib.types.str; default = { }; };
    profile = lib.mkOption { type = lib.types.str; default = "/nix/var/nix/profiles/system"; };
    enrollmentTokenFile = lib.mkOption {
      type = lib.types.str;
      example = "/run/secrets/breakwater-enrollment-token";
      description = "Path outside the store to a file with the enrolment token, readable by the user breakwater.";
    };
    checks = lib.mkOption { type = lib.types.attrsOf lib.types.path; default = { }; description = "Executables that exit 0 while this host is well."; };
    settings = lib.mkOption { type = lib.types.attrsOf lib.types.str; default = { }; description = "Further lines of agent.conf."; };
  };

  config = lib.mkIf cfg.enable {
    environment.systemPackages = [ package ];
    environment.etc = { "breakwater/agent.conf".source = settings; }
      // lib.mapAttrs' (name: source: lib.nameValuePair "breakwater/checks.d/${name}" { inherit source; }) cfg.checks;
    users.users.breakwater = { isSystemUser = true; group = "breakwater"; home = "/var/lib/breakwater"; };
    users.groups.breakwater = { };
    systemd.tmpfiles.rules = [
      "d /var/lib/breakwater 0750 root breakwater"
      "d /var/lib/breakwater/poller 0700 breakwater breakwater"
      "d /var/lib/breakwater/applier 0750 root breakwater"
    ];
    systemd.services.breakwater-apply = root "Breakwater: carry out one validated request as root" "apply";
    systemd.services.breakwater-reconcile = root "Breakwater: bring an interrupted activation to a known end" "reconcile" // {
      wantedBy = [ "multi-user.target" ];
      unitConfig.ConditionPathExists = "/var/lib/breakwater/applier/intent.json";
    };
    systemd.services.breakwater-inspect = root "Breakwater: collect the drift that only root can see" "inspect";
    systemd.timers.breakwater-inspect = {
      wantedBy = [ "timers.target" ];
      timerConfig = { OnBootSec = "5min"; OnUnitActiveSec = "15min"; RandomizedDelaySec = "5min"; };
    };
    systemd.paths.breakwater-apply = { wantedBy = [ "multi-user.target" ]; pathConfig.PathExists = "/var/lib/breakwater/poller/request.json"; };
    systemd.services.breakwater-agent = {
      description = "Breakwater: poll for the desired generation and report";
      wantedBy = [ "multi-user.target" ];
      wants = [ "network-online.target" "boot-complete.target" ];
      after = [ "network-online.target" "boot-complete.target" ];
      path = runtime;
      environment.BREAKWATER_AGENT_CONF = "/etc/breakwater/agent.conf";
      # it is told of its own update by AGENT_LINK and leaves when it is between two rounds
      restartIfChanged = false;
      unitConfig.X-StopOnRemoval = false;
      serviceConfig = {
        User = "breakwater";
        ExecStart = "${package}/bin/breakwater-agent run";
        Restart = "always";
        RestartSec = 10;
        UMask = "0077";
        NoNewPrivileges = true;
        ProtectSystem = "strict";
        ReadWritePaths = "/var/lib/breakwater/poller";
        ProtectHome = true;
        PrivateTmp = true;
        PrivateDevices = true;
        ProtectClock = true;
        ProtectKernelTunables = true;
        ProtectKernelModules = true;
        ProtectControlGroups = true;
        RestrictAddressFamilies = [ "AF_INET" "AF_INET6" "AF_UNIX" ];
        RestrictNamespaces = true;
        LockPersonality = true;
        CapabilityBoundingSet = "";
        MemoryMax = "256M";
      };
    };
  };
}
