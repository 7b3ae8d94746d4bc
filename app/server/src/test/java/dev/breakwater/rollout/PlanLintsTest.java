package dev.breakwater.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.rollout.RolloutRequest.Overlap;
import dev.breakwater.rollout.engine.plan.Lint;
import dev.breakwater.rollout.store.ApplyTimeStore.ApplyTime;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlanLintsTest {
    private static final Owned OWNED = owned();

    @Test
    void a_deadline_that_one_host_in_twenty_has_missed_before_is_a_warning() {
        var took = new ApplyTime(Duration.ofMinutes(2), Duration.ofMinutes(10), 400);
        assertThat(PlanLints.deadlines(
                        List.of(wave("canary", "PT9M59S"), wave("rest", "PT10M"), wave("late", "PT1H")), took))
                .containsExactly(
                        Lint.warning(
                                "wave canary gives hosts PT9M59S, and 1 in 20 of 400 hosts of this platform took longer than PT10M before"));
    }

    @Test
    void hosts_of_another_running_rollout_stop_a_plan_that_rejects_them() {
        assertThat(PlanLints.overlap(OWNED, Overlap.REJECT))
                .containsExactly(Lint.error("3 of the hosts, such as web-1, belong to running rollout kernel"));
    }

    @Test
    void each_rollout_that_would_be_superseded_is_named_once() {
        assertThat(PlanLints.overlap(OWNED, Overlap.SUPERSEDE))
                .containsExactly(
                        Lint.warning("starting it supersedes running rollout kernel"),
                        Lint.warning("starting it supersedes running rollout glibc"));
    }

    @Test
    void hosts_that_are_left_out_or_free_are_no_finding() {
        assertThat(PlanLints.overlap(OWNED, Overlap.EXCLUDE)).isEmpty();
        assertThat(PlanLints.overlap(new Owned(), Overlap.REJECT)).isEmpty();
    }

    private static RolloutSpec.Wave wave(String name, String deadline) {
        return new RolloutSpec.Wave(name, "1", Duration.ZERO, "0", null, Duration.parse(deadline), false, List.of());
    }

    private static Owned owned() {
        var owned = new Owned();
        owned.add("web-1", new UUID(2, 2), "kernel");
        owned.add("web-2", new UUID(2, 2), "kernel");
        owned.add("db-1", new UUID(1, 1), "glibc");
        return owned;
    }
}
