package dev.breakwater.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.BreakwaterIT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Runs what the docs tell a newcomer to type: every block marked {@code bash}, in order, in one shell. */
@BreakwaterIT
class DocsIT {
    private static final Pattern BLOCK = Pattern.compile("^```bash\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/agent-protocol.md"})
    void the_commands_of_the_page_work_as_printed(String page) throws IOException, InterruptedException {
        Files.writeString(
                Files.createDirectories(folder.resolve("data")).resolve("admin-token"), BreakwaterIT.ADMIN_TOKEN);
        var log = folder.resolve("log");
        var shell = new ProcessBuilder("bash", "-euo", "pipefail", "-c", commands(page))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var ended = shell.waitFor(2, TimeUnit.MINUTES);
        if (!ended) {
            shell.destroyForcibly();
        }
        assertThat(ended && shell.exitValue() == 0)
                .as("%s printed:%n%s", page, Files.readString(log))
                .isTrue();
    }

    private String commands(String page) throws IOException {
        var text = Files.readString(Path.of("../..").resolve(page));
        var commands =
                BLOCK.matcher(text).results().map(block -> block.group(1)).collect(Collectors.joining("\n"));
        assertThat(commands).as("blocks marked bash in %s", page).isNotBlank();
        return commands.replace("http://localhost:8080", "http://localhost:" + port);
    }
}
