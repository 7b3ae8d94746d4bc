package dev.breakwater.browser;

import dev.breakwater.BreakwaterIT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The fleet simulator as a user starts it: a process of its own, ended with the test. */
record FleetProcess(Process process) implements AutoCloseable {
    /** Hosts labelled {@code fleet=<name>}; the generation named {@code bad} fails their health check. */
    static FleetProcess start(int port, String name, int hosts, String bad, Path folder) throws IOException {
        var token = Files.writeString(folder.resolve("token"), BreakwaterIT.ADMIN_TOKEN);
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java, "-Xmx128m", "-cp", System.getProperty("java.class.path"), "dev.breakwater.fleetsim.Main")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("fleet.log").toFile());
        process.command()
                .addAll(List.of(
                        "--url",
                        "http://localhost:" + port,
                        "--token-file",
                        token.toString(),
                        "--hosts",
                        String.valueOf(hosts),
                        "--prefix",
                        name,
                        "--seconds",
                        "300",
                        "--long-poll",
                        "true",
                        "--behaviour",
                        "FAILS_CHECK",
                        "--generation",
                        bad));
        return new FleetProcess(process.start());
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
