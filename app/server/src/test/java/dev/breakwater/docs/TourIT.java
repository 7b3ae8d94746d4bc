package dev.breakwater.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.BreakwaterIT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Runs what the README tells a newcomer to type: every block marked {@code bash}, in order, in one shell. */
@BreakwaterIT
class TourIT {
    private static final Pattern BLOCK = Pattern.compile("^```bash\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    @Test
    void the_tour_of_the_readme_works_as_printed() throws IOException, InterruptedException {
        Files.writeString(
                Files.createDirectories(folder.resolve("data")).resolve("admin-token"), BreakwaterIT.ADMIN_TOKEN);
        var log = folder.resolve("log");
        var shell = new ProcessBuilder("bash", "-euo", "pipefail", "-c", tour())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var ended = shell.waitFor(2, TimeUnit.MINUTES);
        if (!ended) {
            shell.destroyForcibly();
        }
        assertThat(ended && shell.exitValue() == 0)
                .as("it printed:%n%s", Files.readString(log))
                .isTrue();
    }

    private String tour() throws IOException {
        var text = Files.readString(Path.of("../../README.md"));
        var commands =
                BLOCK.matcher(text).results().map(block -> block.group(1)).collect(Collectors.joining("\n"));
        assertThat(commands).as("blocks marked bash").isNotBlank();
        return commands.replace("http://localhost:8080", "http://localhost:" + port);
    }
}
