package dev.breakwater.rollout.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.BreakwaterIT;
import dev.breakwater.identity.Ids;
import dev.breakwater.rollout.store.ApplyTimeStore.ApplyTime;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Rollouts of a platform that no other test completes any of, made up in a transaction that is rolled back. */
@BreakwaterIT
@Transactional
class ApplyTimeIT {
    @Autowired
    private ApplyTimeStore applyTimes;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Test
    void nothing_is_measured_before_a_rollout_of_the_platform_was_completed() {
        var generation = generation("home-manager");
        took(rollout(generation, "ROLLED_BACK"), 60, "SETTLED");
        assertThat(applyTimes.measured(generation)).isEmpty();
    }

    @Test
    void it_is_the_time_from_claim_to_settled_of_hosts_that_settled() {
        var generation = generation("home-manager");
        var rollout = rollout(generation, "COMPLETED");
        for (var seconds = 1; seconds <= 21; seconds++) {
            took(rollout, seconds * 10, "SETTLED");
        }
        took(rollout, 90_000, "FAILED");
        assertThat(applyTimes.measured(generation))
                .isEqualTo(Optional.of(new ApplyTime(Duration.ofSeconds(110), Duration.ofSeconds(200), 21)));
    }

    @Test
    void another_generation_of_the_platform_counts_and_another_platform_does_not() {
        took(rollout(generation("home-manager"), "COMPLETED"), 60, "SETTLED");
        took(rollout(generation("ostree"), "COMPLETED"), 6_000, "SETTLED");
        assertThat(applyTimes.measured(generation("home-manager")).orElseThrow().median())
                .isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void only_the_newest_twenty_rollouts_and_500_hosts_of_each_count() {
        var generation = generation("home-manager");
        took(rollout(generation, "COMPLETED"), 90_000, "SETTLED");
        for (var i = 0; i < 19; i++) {
            took(rollout(generation, "COMPLETED"), 30, "SETTLED");
        }
        var newest = rollout(generation, "COMPLETED");
        for (var i = 0; i < 510; i++) {
            took(newest, 30, "SETTLED");
        }
        assertThat(applyTimes.measured(generation))
                .isEqualTo(Optional.of(new ApplyTime(Duration.ofSeconds(30), Duration.ofSeconds(30), 519)));
    }

    private UUID generation(String platform) {
        var id = Ids.next(clock.instant());
        jdbc.sql("""
                insert into generations (id, name, platform, created_at, created_by)
                values (:id, :id::text, :platform, now(), 'test')
                """).param("id", id).param("platform", platform).update();
        return id;
    }

    private UUID rollout(UUID generation, String phase) {
        var id = Ids.next(clock.instant());
        jdbc.sql("""
                insert into rollouts (id, name, generation_id, selector, spec, phase, plan_seed, created_at, created_by)
                values (:id, 'past', :generation, '', '{}', :phase, 1, now(), 'test')
                """)
                .param("id", id)
                .param("generation", generation)
                .param("phase", phase)
                .update();
        return id;
    }

    private void took(UUID rollout, int seconds, String state) {
        var host = UUID.randomUUID();
        jdbc.sql("""
                with host as (
                    insert into hosts (id, name, platform, machine_id, credential_hash, enrolled_at)
                    values (:host, :host::text, 'nixos', :host::text, sha256(:host::text::bytea), now()) returning id)
                insert into rollout_hosts (rollout_id, host_id, wave, state, to_ref, claimed_at, finished_at)
                select :rollout, id, 0, :state, 'ref', now(), now() + make_interval(secs => :seconds) from host
                """)
                .param("host", host)
                .param("rollout", rollout)
                .param("state", state)
                .param("seconds", seconds)
                .update();
    }
}
