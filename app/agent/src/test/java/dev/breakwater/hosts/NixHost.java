package dev.breakwater.hosts;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One NixOS host: what it runs is read from its real links, not from anything it says. */
final class NixHost {
    private final Path home;
    private final List<String> command;
    private final Map<String, String> environment;
    private Process running;

    NixHost(Path home, List<String> command, Map<String, String> environment) {
        this.home = home;
        this.command = command;
        this.environment = new HashMap<>(environment);
        this.environment.put("BREAKWATER_AGENT_CONF", home.resolve("agent.conf").toString());
    }

    String name() {
        return home.getFileName().toString();
    }

    NixHost start() throws IOException {
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve("agent.log").toFile()));
        builder.environment().putAll(environment);
        running = builder.start();
        return this;
    }

    /** Everything on the host dies at once; its disk stays as it was. */
    void cutPower() {
        if (running != null) {
            running.destroyForcibly().onExit().join();
        }
    }

    /** Where /run/current-system points. */
    String current() {
        return link(home.resolve("run/current-system"));
    }

    /** Where the profile points that the next boot is made from. */
    String profile() {
        var profiles = home.resolve("nix/var/nix/profiles");
        return link(profiles.resolve(link(profiles.resolve("system"))));
    }

    /** What the boot loader was last told to boot. */
    String bootDefault() throws IOException {
        return Files.readString(home.resolve("run/boot-default")).strip();
    }

    /** From now on a switch waits after the profile is set, until released. */
    void holdSwitches() throws IOException {
        Files.createFile(home.resolve("run/gate"));
    }

    void awaitHeldSwitch() {
        await("a held switch on " + name())
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> Files.exists(home.resolve("run/reached")));
    }

    void releaseSwitches() throws IOException {
        Files.delete(home.resolve("run/gate"));
        Files.delete(home.resolve("run/reached"));
    }

    boolean has(String path) {
        return Files.exists(home.resolve("nix").resolve(path.substring("/nix/".length())));
    }

    /** Whom a file of the agent's state belongs to, and who may read it. */
    String ownerAndMode(String file) throws IOException {
        var path = home.resolve("state").resolve(file);
        return Files.getOwner(path).getName() + " "
                + PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    String log() throws IOException {
        return Files.readString(home.resolve("agent.log"));
    }

    private static String link(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException missing) {
            return "";
        }
    }
}
