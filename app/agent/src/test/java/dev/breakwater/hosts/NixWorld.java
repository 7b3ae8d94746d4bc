package dev.breakwater.hosts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** NixOS hosts on this machine, and the signed closures they can be moved to. */
final class NixWorld implements AutoCloseable {
    private static final String SCRIPT =
            Script.inModule("src/test/world/nix-world.sh").toString();

    private final Path folder;
    private final PackagedAgent agent;
    private final Map<String, String> paths = new HashMap<>();
    private final List<NixHost> hosts = new ArrayList<>();
    private final FileServer cache;

    private NixWorld(Path folder, PackagedAgent agent) throws IOException {
        this.folder = folder;
        this.agent = agent;
        this.cache = FileServer.of(Files.createDirectories(folder.resolve("cache")));
    }

    /** Each line: host, label, attributes of the system in systems.nix. */
    static NixWorld of(Path folder, PackagedAgent agent, List<String> systems)
            throws IOException, InterruptedException {
        Tools.require("nix-build", "nix-store", "nix-env");
        Tools.requireNamespaces();
        Tools.requireFile(Path.of("/nix"), "the hosts' stores are mounted there");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        var world = new NixWorld(folder, agent);
        var built = Script.run(Map.of(), String.join("\n", systems) + "\n", world.command("builder"));
        for (var line :
                built.lines().filter(line -> line.contains(" /nix/store/")).toList()) {
            var words = line.split(" ", 3);
            world.paths.put(words[0] + " " + words[1], words[2]);
        }
        return world;
    }

    /** The store path of a host's system with that label. */
    String path(String host, String label) {
        return paths.get(host + " " + label);
    }

    String artifact(String host, String label) {
        return """
                {"host": "%s", "ref": "%s"}""".formatted(host, path(host, label));
    }

    /** A host that runs its first system and is about to enrol. */
    NixHost host(String name, String server, String token, String labels) throws IOException {
        var home = Files.createDirectories(folder.resolve("hosts").resolve(name));
        var checks = Files.createDirectories(home.resolve("checks"));
        var check = Files.writeString(
                checks.resolve("service"), "#!/bin/sh\ntest \"$(cat /run/current-system/health)\" = ok\n");
        check.toFile().setExecutable(true);
        Files.writeString(home.resolve("token"), token);
        Files.writeString(home.resolve("agent.conf"), """
                SERVER_URL=%s
                HOST_NAME=%s
                PLATFORM=nixos
                LABELS=%s
                ENROLLMENT_TOKEN_FILE=%s
                STATE_DIR=%s
                CHECKS_DIR=%s
                CHECK_GRACE_SECONDS=0
                STAGE_ATTEMPTS=1
                MAX_BACKOFF_SECONDS=4
                AGENT_LINK=/run/current-system/sw/agent/breakwater-agent
                """.formatted(
                        server, name, labels, home.resolve("token"), home.resolve("state"), checks));
        Script.run(environment(), "", command("host", name, SCRIPT, folder.toString(), "install", path(name, "first")));
        return kept(home, command("host", name, agent.program().toString(), "run"));
    }

    /** The same, but its poller has no privileges: root takes requests as the path unit would have it do. */
    NixHost withUnprivilegedPoller(NixHost host) {
        var home = folder.resolve("hosts").resolve(host.name());
        var state = home.resolve("state").toString();
        var program = agent.program().toString();
        return kept(home, command("host", host.name(), SCRIPT, folder.toString(), "split", state, program));
    }

    private NixHost kept(Path home, List<String> command) {
        var host = new NixHost(home, command, environment());
        hosts.add(host);
        return host;
    }

    private Map<String, String> environment() {
        return Map.of("CACHE_URL", cache.url());
    }

    private List<String> command(String... words) {
        var command = new ArrayList<>(List.of(SCRIPT, folder.toString()));
        command.addAll(List.of(words));
        return command;
    }

    @Override
    public void close() throws IOException {
        hosts.forEach(NixHost::cutPower);
        cache.close();
        Script.run(Map.of(), "", List.of("chmod", "-R", "u+w", folder.toString()));
    }
}
