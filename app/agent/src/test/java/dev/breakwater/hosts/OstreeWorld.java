package dev.breakwater.hosts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** OSTree hosts on this machine, and the signed commits they can boot. */
final class OstreeWorld implements AutoCloseable {
    private static final String SCRIPT =
            Script.inModule("src/test/world/ostree-world.sh").toString();

    private final Path folder;
    private final PackagedAgent agent;
    private final Map<String, String> commits = new HashMap<>();
    private final List<Process> running = new ArrayList<>();
    private final FileServer repository;

    private OstreeWorld(Path folder, PackagedAgent agent) throws IOException {
        this.folder = folder;
        this.agent = agent;
        this.repository = FileServer.of(Files.createDirectories(folder.resolve("repo")));
    }

    /** Each line: label, good or unsigned, health. */
    static OstreeWorld of(Path folder, PackagedAgent agent, List<String> commits)
            throws IOException, InterruptedException {
        Tools.require("ostree", "gpg");
        Tools.requireRoot();
        Tools.requireNamespaces();
        var world = new OstreeWorld(folder, agent);
        var built = Script.run(Map.of(), String.join("\n", commits) + "\n", world.command("builder"));
        for (var line :
                built.lines().filter(line -> line.matches("\\S+ [0-9a-f]{64}")).toList()) {
            var words = line.split(" ", 2);
            world.commits.put(words[0], words[1]);
        }
        return world;
    }

    String commit(String label) {
        return commits.get(label);
    }

    /** Installs a host with the first commit, boots it and starts its agent. */
    void start(String name, String server, String token, String labels) throws IOException {
        var home = Files.createDirectories(folder.resolve("hosts").resolve(name));
        var inside = "/world/hosts/" + name;
        var checks = Files.createDirectories(home.resolve("checks"));
        var check = Files.writeString(checks.resolve("service"), "#!/bin/sh\ntest \"$(cat /etc/health)\" = ok\n");
        check.toFile().setExecutable(true);
        Files.writeString(home.resolve("token"), token);
        Files.writeString(home.resolve("agent.conf"), """
                SERVER_URL=%s
                HOST_NAME=%s
                PLATFORM=ostree
                LABELS=%s
                ENROLLMENT_TOKEN_FILE=%s/token
                CHECKS_DIR=%s/checks
                CHECK_GRACE_SECONDS=0
                STAGE_ATTEMPTS=1
                MAX_BACKOFF_SECONDS=4
                REBOOT_COMMAND=touch /run/reboot
                """.formatted(server, name, labels, inside, inside));
        Script.run(environment(name), "", command("install", name, commit("first")));
        var builder = new ProcessBuilder(command("host", name, "/tmp/agent/breakwater-agent", "run"))
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("agent.log").toFile());
        builder.environment().putAll(environment(name));
        running.add(builder.start());
    }

    /** The commit whose deployment is the host's root folder now. */
    String booted(String name) throws IOException {
        var deployment = Files.readString(folder.resolve("hosts").resolve(name).resolve("booted"))
                .strip();
        return Path.of(deployment).getFileName().toString().replaceFirst("\\.\\d+$", "");
    }

    String status(String name) throws IOException {
        return Script.run(Map.of(), "", command("status", name));
    }

    private Map<String, String> environment(String name) {
        return Map.of(
                "REPO_URL", repository.url(),
                "AGENT_HOME", agent.home().toString(),
                "BREAKWATER_AGENT_CONF", "/world/hosts/" + name + "/agent.conf");
    }

    private List<String> command(String... words) {
        var command = new ArrayList<>(List.of(SCRIPT, folder.toString()));
        command.addAll(List.of(words));
        return command;
    }

    @Override
    public void close() throws IOException {
        for (var host : running) {
            host.descendants().forEach(ProcessHandle::destroyForcibly);
            host.destroyForcibly().onExit().join();
        }
        repository.close();
        Script.run(Map.of(), "", command("clean"));
    }
}
