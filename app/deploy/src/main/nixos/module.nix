# services.breakwater: the control plane on a NixOS machine. It needs a PostgreSQL: the embedded one is linked for other systems than NixOS.
{ config, lib, pkgs, ... }:
let
  cfg = config.services.breakwater;
  # a path in the store is readable by everyone on the machine
  secretFile = lib.types.nullOr (lib.types.addCheck lib.types.str (file: lib.hasPrefix "/" file && !lib.hasPrefix builtins.storeDir file));
  secret = setting: description: lib.mkOption {
    type = secretFile;
    default = null;
    example = "/run/secrets/${setting}";
    description = "File outside the store with ${description}; root reads it, the server gets it as a credential.";
  };
  credentials = lib.filterAttrs (_: file: file != null) {
    "breakwater.admin.password" = cfg.adminPasswordFile;
    "breakwater.admin.token" = cfg.adminTokenFile;
    "breakwater.sealing-key" = cfg.sealingKeyFile;
    "spring.datasource.password" = cfg.database.passwordFile;
  };
  # unpacked, and trained beside a PostgreSQL of the build's own; the store sets every file's time to 1, which the cache compares
  application = pkgs.runCommand "breakwater" { nativeBuildInputs = [ cfg.java pkgs.postgresql pkgs.util-linux ]; } ''
    java -Djarmode=tools -jar ${cfg.jar} extract --destination unpacked
    mkdir -p $out
    mv unpacked/lib $out/lib
    mv unpacked/*.jar $out/breakwater.jar
    cp ${../operations/run} $out/run
    chmod -R u=rwX,go=rX $out && chmod 555 $out/run
    find $out -exec touch -d @1 {} +
    export LC_ALL=C PGHOST=127.0.0.1 PGUSER=breakwater
    initdb --username=breakwater --auth=trust --encoding=UTF8 --no-sync --pgdata="$TMPDIR/db"
    pg_ctl --pgdata="$TMPDIR/db" --wait --log="$TMPDIR/db.log" --options="-c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off" start
    createdb breakwater
    SPRING_DATASOURCE_URL=jdbc:postgresql://127.0.0.1:5432/breakwater SPRING_DATASOURCE_USERNAME=breakwater \
      sh ${../operations/train} $out/breakwater.aot $out/breakwater.jar
    pg_ctl --pgdata="$TMPDIR/db" --mode=immediate stop
    echo $out >$out/trained-at
  '';
  text = value: if builtins.isBool value then lib.boolToString value else toString value;
in {
  options.services.breakwater = {
    enable = lib.mkEnableOption "the Breakwater control plane";
    jar = lib.mkOption { type = lib.types.path; description = "breakwater.jar, as `mvn package` or a release has it."; };
    java = lib.mkOption {
      type = lib.types.package;
      default = pkgs.jdk25_headless;
      defaultText = "pkgs.jdk25_headless";
      description = "A Java 25 runtime.";
    };
    javaOptions = lib.mkOption { type = lib.types.listOf lib.types.str; default = [ ]; description = "Further options of the JVM."; };
    port = lib.mkOption { type = lib.types.port; default = 8080; description = "HTTP port; put a TLS proxy in front of it."; };
    openFirewall = lib.mkOption { type = lib.types.bool; default = false; description = "Whether other machines may connect to the port."; };
    memoryMax = lib.mkOption { type = lib.types.str; default = "2G"; description = "systemd's MemoryMax; the heap follows from it."; };
    adminPasswordFile = secret "breakwater-admin-password" "the first operator's password; one is generated when null";
    adminTokenFile = secret "breakwater-admin-token" "the first operator's API token; one is generated when null";
    sealingKeyFile = secret "breakwater-sealing-key" "32 bytes in Base64 that seal the secrets of gates; one is generated when null";
    database = {
      url = lib.mkOption {
        type = lib.types.addCheck lib.types.str (lib.hasPrefix "jdbc:postgresql://");
        example = "jdbc:postgresql://db.example.org:5432/breakwater?sslmode=verify-full";
        description = "PostgreSQL 15 or later.";
      };
      user = lib.mkOption { type = lib.types.str; default = "breakwater"; description = "The server's role, owner of its schema."; };
      passwordFile = secret "breakwater-database-password" "that role's password";
    };
    settings = lib.mkOption {
      type = lib.types.attrsOf (lib.types.oneOf [ lib.types.str lib.types.int lib.types.bool ]);
      default = { };
      example = { BREAKWATER_HOST_OFFLINE_AFTER = "PT10M"; };
      description = "Further settings by their environment variables; never secrets, they end in the store.";
    };
  };

  config = lib.mkIf cfg.enable {
    assertions = [
      {
        assertion = builtins.match ".*[?&](user|password)=.*" cfg.database.url == null;
        message = "services.breakwater.database.url ends in the store: use database.user and database.passwordFile.";
      }
      {
        assertion = lib.all (name: builtins.match ".*(PASSWORD|TOKEN|SECRET|KEY)" name == null) (lib.attrNames cfg.settings);
        message = "services.breakwater.settings end in the store: give secrets as files.";
      }
    ];
    system.build.breakwater = application;
    networking.firewall.allowedTCPPorts = lib.mkIf cfg.openFirewall [ cfg.port ];
    systemd.services.breakwater = {
      description = "Breakwater: fleet rollouts for operating systems that move in generations";
      wantedBy = [ "multi-user.target" ];
      wants = [ "network-online.target" ];
      after = [ "network-online.target" "postgresql.service" ];
      path = [ cfg.java ];
      startLimitIntervalSec = 300;
      startLimitBurst = 10;
      environment = {
        BREAKWATER_DATA_DIR = "%S/breakwater";
        JAVA_TOOL_OPTIONS = lib.concatStringsSep " " cfg.javaOptions;
        SERVER_PORT = text cfg.port;
        SPRING_CONFIG_IMPORT = "optional:configtree:%d/";
        SPRING_DATASOURCE_URL = cfg.database.url;
        SPRING_DATASOURCE_USERNAME = cfg.database.user;
      } // lib.mapAttrs (_: text) cfg.settings;
      serviceConfig = {
        Type = "exec";
        DynamicUser = true;
        User = "breakwater";
        StateDirectory = "breakwater";
        StateDirectoryMode = "0700";
        WorkingDirectory = "%S/breakwater";
        LoadCredential = lib.mapAttrsToList (name: file: "${name}:${file}") credentials;
        ExecStart = "${application}/run";
        SuccessExitStatus = 143;
        Restart = "always";
        RestartSec = 5;
        TimeoutStopSec = 60;
        KillMode = "mixed";
        MemoryMax = cfg.memoryMax;
        TasksMax = 4096;
        LimitNOFILE = 131072;
        OOMPolicy = "stop";
        CapabilityBoundingSet = "";
        NoNewPrivileges = true;
        DevicePolicy = "closed";
        LockPersonality = true;
        PrivateDevices = true;
        PrivateIPC = true;
        PrivateTmp = true;
        PrivateUsers = true;
        ProtectClock = true;
        ProtectControlGroups = true;
        ProtectHome = true;
        ProtectHostname = true;
        ProtectKernelLogs = true;
        ProtectKernelModules = true;
        ProtectKernelTunables = true;
        ProtectProc = "invisible";
        ProtectSystem = "strict";
        RemoveIPC = true;
        RestrictAddressFamilies = [ "AF_INET" "AF_INET6" "AF_UNIX" ];
        RestrictNamespaces = true;
        RestrictRealtime = true;
        RestrictSUIDSGID = true;
        SystemCallArchitectures = "native";
        SystemCallErrorNumber = "EPERM";
        SystemCallFilter = [ "@system-service" "~@privileged @resources" ];
        UMask = "0077";
      };
    };
  };
}
