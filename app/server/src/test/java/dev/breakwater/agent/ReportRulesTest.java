package dev.breakwater.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.breakwater.host.DriftKind;
import dev.breakwater.host.HostReport;
import dev.breakwater.host.HostReport.Check;
import dev.breakwater.host.HostReport.Drift;
import dev.breakwater.host.HostReport.Phase;
import dev.breakwater.host.HostReport.Raw;
import dev.breakwater.host.HostReport.Running;
import dev.breakwater.host.HostReport.Status;
import dev.breakwater.host.Platform;
import dev.breakwater.web.FieldError;
import dev.breakwater.web.InvalidField;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportRulesTest {
    private static final String COMMIT = "a".repeat(64);

    @Test
    void accepts_the_least_a_host_can_say() {
        assertThatCode(() -> check(new Draft())).doesNotThrowAnyException();
    }

    @Test
    void wants_phase_and_current_ref() {
        var draft = new Draft();
        draft.phase = null;
        draft.current = null;
        assertThat(wrong(draft)).containsExactly("/phase", "/current");
    }

    @Test
    void refuses_the_ref_of_another_platform_in_each_place() {
        var draft = new Draft();
        draft.current = "/nix/store/00000000000000000000000000000000-system";
        draft.staged = "A".repeat(64);
        assertThat(wrong(draft)).containsExactly("/current/ref", "/staged/ref");
    }

    @Test
    void refuses_two_checks_of_one_name() {
        var draft = new Draft();
        draft.checks = List.of(new Check("web", Status.PASS, null), new Check("web", Status.FAIL, null));
        assertThat(wrong(draft)).containsExactly("/checks/1/name");
    }

    @Test
    void refuses_a_check_without_a_status() {
        var draft = new Draft();
        draft.checks = List.of(new Check("web", null, null));
        assertThat(wrong(draft)).containsExactly("/checks/0/status");
    }

    @Test
    void refuses_more_checks_than_a_person_could_read() {
        var draft = new Draft();
        draft.checks = Collections.nCopies(65, new Check("web", Status.PASS, null));
        assertThat(wrong(draft)).contains("/checks");
    }

    @Test
    void refuses_drift_that_only_the_server_can_see() {
        var draft = new Draft();
        draft.drift = List.of(new Drift(DriftKind.LOCAL_CHANGES, "etc"), new Drift(DriftKind.NOT_DESIRED, ""));
        assertThat(wrong(draft)).containsExactly("/drift/1/kind");
    }

    @Test
    void refuses_long_words_and_nul() {
        var draft = new Draft();
        draft.message = "x".repeat(2001);
        draft.bootId = "a\0b";
        assertThat(wrong(draft)).containsExactly("/bootId", "/message");
    }

    @Test
    void refuses_the_output_of_a_tool_it_does_not_know() {
        var draft = new Draft();
        draft.raw = new Raw("dmesg", "…");
        assertThat(wrong(draft)).containsExactly("/raw/kind");
    }

    @Test
    void refuses_a_negative_epoch() {
        var draft = new Draft();
        draft.epoch = -1L;
        assertThat(wrong(draft)).containsExactly("/epoch");
    }

    private static List<String> wrong(Draft draft) {
        var refused = catchThrowableOfType(InvalidField.class, () -> check(draft));
        return refused.errors().stream().map(FieldError::pointer).toList();
    }

    private static void check(Draft draft) {
        new ReportRules(Platform.OSTREE).check(draft.report());
    }

    private static final class Draft {
        Long epoch;
        Phase phase = Phase.IDLE;
        String current = COMMIT;
        String staged;
        String bootId;
        String message;
        List<Check> checks = List.of();
        List<Drift> drift = List.of();
        Raw raw;

        HostReport report() {
            return new HostReport(
                    epoch,
                    phase,
                    running(current),
                    null,
                    null,
                    running(staged),
                    bootId,
                    true,
                    checks,
                    drift,
                    message,
                    null,
                    raw);
        }

        private static Running running(String ref) {
            return ref == null ? null : new Running(ref);
        }
    }
}
