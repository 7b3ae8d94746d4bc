package dev.breakwater;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The fleet simulator as a user starts it: a process of its own, ended with the test. */
public record FleetProcess(Process process) implements AutoCloseable {
    /** Hosts labelled {@code fleet=<name>}; the generation named {@code bad} fails their health check. */
    public record Cast(String name, int hosts, String bad) {}

    public static FleetProcess start(String url, Cast cast, Path folder) throws IOException {
        var token = Files.writeString(folder.resolve("token"), BreakwaterIT.ADMIN_TOKEN);
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = List.of(
                java,
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.breakwater.fleetsim.Main",
                "--url",
                url,
                "--token-file",
                token.toString(),
                "--hosts",
                String.valueOf(cast.hosts()),
                "--prefix",
                cast.name(),
                "--seconds",
                "300",
                "--long-poll",
                "true",
                "--behaviour",
                "FAILS_CHECK",
                "--generation",
                cast.bad());
        return new FleetProcess(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("fleet.log").toFile())
                .start());
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
