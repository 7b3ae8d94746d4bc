package dev.breakwater.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemdTest {
    static final Path UNIT = Path.of("src/main/systemd/breakwater.service").toAbsolutePath();
    private static final Pattern EXPOSURE = Pattern.compile("exposure level for breakwater.service: ([0-9.]+)");

    @TempDir
    Path folder;

    @BeforeAll
    static void systemd_is_here() {
        Commands.require("systemd-analyze");
    }

    @Test
    void systemd_understands_every_line() throws IOException {
        // what it starts need not be installed where it is verified
        var unit = folder.resolve("breakwater.service");
        Files.writeString(unit, Files.readString(UNIT).replace("/usr/lib/breakwater/current/run", "/bin/true"));
        assertThat(Commands.run("systemd-analyze", "verify", unit.toString())).isEmpty();
    }

    @Test
    void its_exposure_is_what_the_documentation_says() {
        var answer = Commands.attempt(
                Commands.QUICK,
                List.of("systemd-analyze", "security", "--offline=true", "--no-pager", UNIT.toString()));
        var exposure = EXPOSURE.matcher(answer.output());
        assertThat(exposure.find()).as(answer.output()).isTrue();
        assertThat(Double.parseDouble(exposure.group(1)))
                .as("0 is the least, 10 the most")
                .isLessThanOrEqualTo(1.5);
        assertThat(Path.of("../../docs/deployment.md")).content().contains("exposure of 1.3");
    }

    @Test
    void no_secret_is_in_the_unit() throws IOException {
        assertThat(Files.readAllLines(UNIT)).noneMatch(line -> line.matches("Environment=.*(PASSWORD|TOKEN).*"));
    }
}
