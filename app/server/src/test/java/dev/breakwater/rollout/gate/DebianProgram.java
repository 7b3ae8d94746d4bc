package dev.breakwater.rollout.gate;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A server program of a Debian package, on loopback, with a folder of its own. A missing one skips the test on a user's machine and fails it in CI. */
final class DebianProgram {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Process process;
    private final int port;

    private DebianProgram(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static DebianProgram start(String name, int port, Path folder, List<String> arguments) throws IOException {
        var program = onPath(name);
        var missing = "no " + name + " found: install the package of Debian that brings it";
        if (System.getenv("CI") == null) {
            assumeTrue(program.isPresent(), missing);
        }
        var command = Stream.concat(
                        Stream.of(program.orElseThrow(() -> new IllegalStateException(missing))
                                .toString()),
                        arguments.stream())
                .toList();
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile())
                .start();
        var server = new DebianProgram(process, port);
        Awaitility.await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> server.get("/-/ready") == 200);
        return server;
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    int get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url() + path)).build();
        return CLIENT.send(request, BodyHandlers.discarding()).statusCode();
    }

    int post(String path, String json) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url() + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        return CLIENT.send(request, BodyHandlers.discarding()).statusCode();
    }

    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private static Optional<Path> onPath(String name) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
