package dev.breakwater.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.host.HostReport.Check;
import dev.breakwater.host.HostReport.Phase;
import dev.breakwater.host.HostReport.Running;
import dev.breakwater.host.HostReport.Status;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HostFactsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final HostFacts KNOWN =
            new HostFacts(Phase.IDLE, "old", "old", "boot-1", true, true, "old", 3L, NOW);

    @Test
    void a_healthy_and_complete_host_has_a_new_last_good_ref() {
        assertThat(KNOWN.after(report(Phase.IDLE, "new", true, Status.PASS), false, NOW)
                        .lastGoodRef())
                .isEqualTo("new");
    }

    @Test
    void a_host_under_an_offer_keeps_its_last_good_ref() {
        assertThat(KNOWN.after(report(Phase.ACTIVE, "new", true, Status.PASS), true, NOW)
                        .lastGoodRef())
                .isEqualTo("old");
    }

    @Test
    void neither_a_failed_nor_an_unanswered_check_is_good() {
        assertThat(List.of(Status.FAIL, Status.UNKNOWN))
                .allSatisfy(status -> assertThat(KNOWN.after(report(Phase.IDLE, "new", true, status), false, NOW)
                                .lastGoodRef())
                        .isEqualTo("old"));
    }

    @Test
    void a_host_that_still_boots_or_switches_proves_nothing() {
        assertThat(KNOWN.after(report(Phase.IDLE, "new", false, Status.PASS), false, NOW)
                        .lastGoodRef())
                .isEqualTo("old");
        assertThat(KNOWN.after(report(Phase.ACTIVATING, "new", true, Status.PASS), false, NOW)
                        .lastGoodRef())
                .isEqualTo("old");
    }

    @Test
    void what_a_report_leaves_out_stays_as_it_was_known() {
        var after = KNOWN.after(report(Phase.IDLE, null, true, Status.PASS), false, NOW);
        assertThat(after.currentRef()).isEqualTo("old");
        assertThat(after.bootedRef()).isEqualTo("old");
        assertThat(after.bootId()).isEqualTo("boot-1");
    }

    private static HostReport report(Phase phase, @Nullable String ref, boolean complete, Status status) {
        var running = ref == null ? null : new Running(ref);
        var checks = List.of(new Check("systemd", status, ""));
        return new HostReport(null, phase, running, null, null, null, null, complete, checks, null, null, null, null);
    }
}
