package dev.breakwater.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.host.DriftKind;
import dev.breakwater.host.Platform;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx"})
    void what_a_spreadsheet_takes_for_a_formula_becomes_text(String cell) {
        assertThat(Csv.cell(cell).replace("\"", "")).startsWith("'" + cell.charAt(0));
    }

    @Test
    void quotes_commas_and_line_ends_are_quoted() {
        assertThat(Csv.cell("a,b")).isEqualTo("\"a,b\"");
        assertThat(Csv.cell("say \"no\"")).isEqualTo("\"say \"\"no\"\"\"");
        assertThat(Csv.cell("a\r\nb")).isEqualTo("\"a\r\nb\"");
        assertThat(Csv.cell("plain")).isEqualTo("plain");
        assertThat(Csv.cell(null)).isEmpty();
    }

    @Test
    void a_line_has_as_many_cells_as_the_header() {
        var drift = new Drift(
                new UUID(0, 1),
                "web-01",
                Platform.NIXOS,
                Map.of("site", "b", "env", "prod"),
                DriftKind.FAILED_UNITS,
                "=cmd()",
                "/nix/store/x",
                null,
                Instant.parse("2026-11-23T10:00:00Z"),
                60,
                "it is bad");
        assertThat(Csv.line(drift))
                .isEqualTo("00000000-0000-0000-0000-000000000001,web-01,nixos,\"env=prod;site=b\",FAILED_UNITS,'=cmd(),"
                        + "/nix/store/x,,2026-11-23T10:00:00Z,60,it is bad\r\n");
        assertThat(Csv.HEADER.split(",", -1)).hasSize(11);
    }
}
