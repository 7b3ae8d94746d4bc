package dev.breakwater.deploy;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Programs of this machine, run to their end. Where one is missing the test is skipped with the reason; in CI that is a failure. */
final class Commands {
    static final Duration QUICK = Duration.ofSeconds(60);

    private Commands() {}

    static String run(String... command) {
        return run(QUICK, List.of(command));
    }

    static String run(Duration limit, List<String> command) {
        var answer = attempt(limit, command);
        if (answer.status() != 0) {
            throw new AssertionError(
                    "%s ended with %d:%n%s".formatted(String.join(" ", command), answer.status(), answer.output()));
        }
        return answer.output().strip();
    }

    record Answer(int status, String output) {}

    static Answer attempt(Duration limit, List<String> command) {
        try {
            var output = Files.createTempFile("command", ".log");
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .start();
            if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("%s took longer than %s".formatted(String.join(" ", command), limit));
            }
            var printed = Files.readString(output);
            Files.delete(output);
            return new Answer(process.exitValue(), printed);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    static void require(String... programs) {
        var path = System.getenv("PATH").split(File.pathSeparator, -1);
        for (var program : programs) {
            if (Arrays.stream(path).noneMatch(folder -> Files.isExecutable(Path.of(folder, program)))) {
                refuse("not installed: " + program);
            }
        }
    }

    static void refuse(String reason) {
        if ("true".equals(System.getenv("CI"))) {
            Assertions.fail(reason);
        }
        Assumptions.abort(reason);
    }
}
