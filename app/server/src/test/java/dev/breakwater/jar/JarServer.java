package dev.breakwater.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.breakwater.Api;
import dev.breakwater.BreakwaterIT;
import dev.breakwater.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The packaged product, run as users run it: {@code java -jar breakwater.jar} with a data directory of its own. */
final class JarServer implements AutoCloseable {
    private static final Path JAR = Path.of("target/breakwater.jar");

    private final Path folder;
    private final int port;
    private Process process;

    private JarServer(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    static JarServer start(Path folder) throws IOException {
        assertThat(JAR).as("the packaged jar; run the phase package first").exists();
        var server = new JarServer(folder, FreePort.find());
        server.start();
        return server;
    }

    void start() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(
                        java, "-Xmx384m", "-jar", JAR.toAbsolutePath().toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().put("SERVER_PORT", String.valueOf(port));
        builder.environment().put("BREAKWATER_DATA_DIR", data().toString());
        builder.environment().put("BREAKWATER_ADMIN_TOKEN", BreakwaterIT.ADMIN_TOKEN);
        process = builder.start();
        await("the server is healthy")
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(200))
                .failFast("it ended, see server.log", () -> !process.isAlive())
                .ignoreExceptions()
                .until(() -> Api.anonymous(port).get("/actuator/health").status() == 200);
    }

    /** As a power failure of the process: no shutdown hook runs. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
    }

    void killDatabase() throws IOException {
        ProcessHandle.of(postmaster()).orElseThrow().destroyForcibly();
    }

    /** As a service manager stops it. */
    int stop() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it stops in time").isTrue();
        return process.exitValue();
    }

    long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(data().resolve("postgresql/postmaster.pid"))
                .getFirst()
                .strip());
    }

    Api api() {
        return Api.admin(port);
    }

    String url() {
        return "http://localhost:" + port;
    }

    Path data() {
        return folder.resolve("data");
    }

    String printed() {
        try {
            return Files.readString(log());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        process.destroy();
        if (process.onExit()
                .completeOnTimeout(process, 60, TimeUnit.SECONDS)
                .join()
                .isAlive()) {
            process.destroyForcibly();
        }
    }

    private Path log() {
        return folder.resolve("server.log");
    }
}
