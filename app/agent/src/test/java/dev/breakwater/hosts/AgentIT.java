package dev.breakwater.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged agent by itself: what it is made of, and what it refuses. */
class AgentIT {
    @TempDir
    private Path folder;

    private PackagedAgent agent;

    @BeforeEach
    void unpack() throws IOException {
        agent = PackagedAgent.unpackedIn(folder);
    }

    @Test
    void every_script_passes_shellcheck() throws IOException {
        Tools.require("shellcheck");
        var command = new ArrayList<>(List.of("shellcheck", "--external-sources"));
        for (var tree : List.of(agent.home(), Script.inModule("src/test/world"))) {
            try (var files = Files.walk(tree)) {
                files.filter(AgentIT::isScript).map(Path::toString).forEach(command::add);
            }
        }
        assertThat(command).hasSizeGreaterThan(15);
        assertThat(Script.run(Map.of(), "", command)).isEmpty();
    }

    private static boolean isScript(Path file) {
        var name = file.getFileName().toString();
        return Files.isRegularFile(file) && (name.endsWith(".sh") || name.equals("breakwater-agent"));
    }

    @Test
    void no_function_is_longer_than_25_lines() throws IOException {
        try (var files = Files.walk(agent.home())) {
            for (var file : files.filter(AgentIT::isScript).toList()) {
                assertThat(longestFunction(Files.readAllLines(file)))
                        .as(file.toString())
                        .isLessThanOrEqualTo(25);
            }
        }
    }

    private static int longestFunction(List<String> lines) {
        var longest = 0;
        var start = 0;
        for (var number = 0; number < lines.size(); number++) {
            if (lines.get(number).matches("\\w+\\(\\) \\{.*")) {
                start = number;
            } else if (lines.get(number).equals("}")) {
                longest = Math.max(longest, number - start + 1);
            }
        }
        return longest;
    }

    @Test
    void it_knows_its_version() throws IOException {
        assertThat(run("", "version")).isNotBlank().doesNotContain("$").doesNotContain("dev");
    }

    @Test
    void it_refuses_to_send_its_credential_in_the_clear() {
        assertThatThrownBy(() -> run("SERVER_URL=http://control.example.org\nPLATFORM=nixos\n", "status"))
                .hasMessageContaining("the credential would travel in the clear");
    }

    @Test
    void it_refuses_a_setting_that_it_does_not_know() {
        assertThatThrownBy(() -> run("SERVER=https://control.example.org\n", "status"))
                .hasMessageContaining("unknown setting SERVER");
    }

    @Test
    void it_never_runs_what_its_settings_say() throws IOException {
        var trap = folder.resolve("trap");
        assertThatThrownBy(() -> run("SERVER_URL=$(touch " + trap + ")\nPLATFORM=nixos\n", "status"))
                .hasMessageContaining("not an http or https address");
        assertThat(trap).doesNotExist();
    }

    @Test
    void root_takes_no_request_whose_ref_is_no_whole_store_path() throws IOException {
        for (var ref : List.of("/nix/store/../../bin/sh", "/etc/passwd", "/nix/store/x; touch /tmp/x", "--help")) {
            var request =
                    Files.createDirectories(folder.resolve("state/poller")).resolve("request.json");
            Files.writeString(request, """
                    {"id": "0123456789abcdef", "verb": "activate", "epoch": "1", "action": "ACTIVATE", "ref": "%s", "mode": "SWITCH", "deadlineSeconds": "9"}""".formatted(ref));
            assertThat(run(settings(), "apply")).contains("refused a malformed request");
            assertThat(request).doesNotExist();
            assertThat(folder.resolve("state/applier/intent.json")).doesNotExist();
        }
    }

    @Test
    void root_takes_no_request_through_a_link() throws IOException {
        var poller = Files.createDirectories(folder.resolve("state/poller"));
        Files.createSymbolicLink(poller.resolve("request.json"), Path.of("/etc/passwd"));
        assertThat(run(settings(), "apply")).contains("refused a malformed request");
    }

    @Test
    void it_installs_into_an_image() throws IOException {
        var root = folder.resolve("image");
        Script.run(
                Map.of("DESTDIR", root.toString()),
                "",
                List.of(agent.home().resolve("install.sh").toString()));
        var unit = Files.readString(root.resolve("usr/lib/systemd/system/breakwater-agent.service"));
        assertThat(unit)
                .contains("ExecStart=/usr/libexec/breakwater/breakwater-agent run")
                .doesNotContain("@");
        assertThat(root.resolve("usr/libexec/breakwater/breakwater-agent")).isExecutable();
    }

    private String settings() {
        return "SERVER_URL=https://control.example.org\nPLATFORM=nixos\nSTATE_DIR=" + folder.resolve("state") + "\n";
    }

    private String run(String settings, String command) throws IOException {
        var file = Files.writeString(folder.resolve("agent.conf"), settings);
        return Script.run(
                Map.of("BREAKWATER_AGENT_CONF", file.toString()),
                "",
                List.of(agent.program().toString(), command));
    }
}
