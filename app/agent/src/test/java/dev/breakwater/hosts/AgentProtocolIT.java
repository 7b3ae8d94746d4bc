package dev.breakwater.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The page that explains the protocol, run as it stands. */
@ExtendWith(Breakwater.class)
class AgentProtocolIT {
    private static final Path PAGE = Script.inModule("../../docs/agent-protocol.md");
    private static final Pattern BLOCK = Pattern.compile("^```sh\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    @Test
    void its_commands_and_its_ten_line_agent_work(ControlPlane plane, @TempDir Path folder) throws IOException {
        var blocks = BLOCK.matcher(Files.readString(PAGE))
                .results()
                .map(MatchResult::group)
                .count();
        var commands = BLOCK.matcher(Files.readString(PAGE))
                .results()
                .map(block -> block.group(1))
                .collect(Collectors.joining("\n"));
        var script = Files.writeString(folder.resolve("page.sh"), "set -euo pipefail\ncd " + folder + "\n" + commands);
        var environment = Map.of("URL", plane.url(), "TOKEN", ControlPlane.token());

        assertThat(blocks).isGreaterThanOrEqualTo(7);
        assertThat(Script.run(environment, "", List.of("bash", script.toString())))
                .contains("304");
    }
}
