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
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged product, run as users run it: {@code java -jar breakwater.jar} with a data directory of its own. */
public final class JarServer implements AutoCloseable {
    static final Path JAR = Path.of("target/breakwater.jar");

    private final Path folder;
    private final Map<String, String> environment;
    private final int port;
    private Process process;

    private JarServer(Path folder, Map<String, String> environment, int port) {
        this.folder = folder;
        this.environment = environment;
        this.port = port;
    }

    static JarServer start(Path folder) throws IOException {
        var server = launch(folder, Map.of());
        server.awaitHealthy();
        return server;
    }

    /** Does not wait until it answers, so that several can start at once. */
    public static JarServer launch(Path folder, Map<String, String> environment) throws IOException {
        assertThat(JAR).as("the packaged jar; run the phase package first").exists();
        var server = new JarServer(folder, environment, FreePort.find());
        server.launch();
        return server;
    }

    public void start() throws IOException {
        launch();
        awaitHealthy();
    }

    private void launch() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(
                        java, "-Xmx384m", "-jar", JAR.toAbsolutePath().toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().put("SERVER_PORT", String.valueOf(port));
        builder.environment().put("BREAKWATER_DATA_DIR", data().toString());
        builder.environment().put("BREAKWATER_ADMIN_TOKEN", BreakwaterIT.ADMIN_TOKEN);
        builder.environment().putAll(environment);
        process = builder.start();
    }

    public void awaitHealthy() {
        await("the server is healthy")
                .atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(200))
                .failFast("it ended:\n" + printed(), () -> !process.isAlive())
                .ignoreExceptions()
                .until(() -> Api.anonymous(port).get("/actuator/health").status() == 200);
    }

    /** As a power failure of the process: no shutdown hook runs. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
    }

    /** It does nothing any more, and all it holds stays held: connections, locks. */
    public void freeze() throws IOException, InterruptedException {
        signal("-STOP");
    }

    public void thaw() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        var exit = new ProcessBuilder("kill", signal, String.valueOf(process.pid()))
                .start()
                .waitFor();
        assertThat(exit).as("kill %s", signal).isZero();
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

    public Api api() {
        return Api.admin(port);
    }

    public String url() {
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
