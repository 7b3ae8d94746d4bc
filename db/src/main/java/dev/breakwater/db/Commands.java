package dev.breakwater.db;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs that are run to their end; each has a minute. */
final class Commands {
    private static final long LIMIT_SECONDS = 60;

    private Commands() {}

    static boolean succeeds(String... command) {
        try {
            run(List.of(command));
            return true;
        } catch (EmbeddedDatabaseFailed e) {
            return false;
        }
    }

    static void run(List<String> command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new EmbeddedDatabaseFailed("%s failed: %s".formatted(String.join(" ", command), output.strip()));
            }
        } catch (IOException e) {
            throw new EmbeddedDatabaseFailed("%s cannot be run: %s".formatted(command.getFirst(), e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedDatabaseFailed("Interrupted while running " + command.getFirst(), e);
        }
    }
}
