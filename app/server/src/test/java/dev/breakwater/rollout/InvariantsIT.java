package dev.breakwater.rollout;

import static dev.breakwater.rollout.Scene.wave;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.BreakwaterIT;
import dev.breakwater.rollout.Scene.Stage;
import dev.breakwater.rollout.store.InvariantStore;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.TransactionStatus;

/** Breaks each invariant by hand, in a transaction that is never committed, and looks whether its query sees it. */
@BreakwaterIT
class InvariantsIT {
    @LocalServerPort
    private int port;

    @Autowired
    private Stage stage;

    @Autowired
    private Invariants invariants;

    @Autowired
    private MeterRegistry meters;

    private UUID rollout;

    /** Two waves; the host of the first has been granted its claim. */
    @BeforeEach
    void a_rollout_is_under_way() {
        var scene = new Scene(stage, port).with(4);
        var waves = wave("canary", "1") + "," + wave("rest", "rest");
        rollout = UUID.fromString(scene.start(scene.request(scene.generation(), "\"maxUnavailable\":\"1\",", waves)));
        assertThat(scene.of(rollout.toString(), 0).getFirst().claim()).isInstanceOf(ClaimAnswer.Granted.class);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            I1  | update waves set directive = 'OFFER' where rollout_id = :id
            I2  | update rollout_hosts set state = 'CLAIMED', rationed = true, claimed_at = now(), spoke_at = now() where rollout_id = :id
            I3  | update global_stop set stopped = true, engaged_at = '-infinity' where :id is not null
            I3  | update waves set directive = 'WAIT' where rollout_id = :id
            I5  | update waves set opened_at = null where rollout_id = :id
            I5  | update rollout_hosts set touched = true where rollout_id = :id and wave = 1
            I5  | update rollout_hosts set touched = true, wave = 0 where rollout_id = :id
            I6  | update waves set state = 'PASSED', failed_epoch = epoch, passed_epoch = epoch where rollout_id = :id
            I7  | insert into quarantines (id, generation_id, selector, reason, actor, at) select id, generation_id, '', 'bad', 'test', now() - interval '1 hour' from rollouts where id = :id
            I8  | insert into rollout_events (rollout_id, at, type, actor, message) select :id, now(), 'rollout.rolling_back', 'breakwater', '' from generate_series(1, 2)
            I9  | update rollouts set phase = 'SOAKING', wake_at = null where id = :id
            I9  | with listening as (update pulse set listening_since = '-infinity') update rollouts set started_at = now() - interval '1 day', wake_at = now() - interval '1 hour' where id = :id
            I10 | update rollouts set finished_at = now() where id = :id
            I10 | with over as (update rollouts set finished_at = now(), phase = 'CANCELLED' where id = :id) insert into rollout_events (rollout_id, at, type, actor, message) values (:id, now(), 'rollout.cancelled', 'me', ''), (:id, now(), 'wave.opened', 'me', '')
            I11 | delete from rollout_events where rollout_id = :id and type = 'rollout.started'
            I11 | insert into rollout_events (rollout_id, at, type, actor, message) values (:id, now(), 'rollout.halted', 'me', '')
            I12 | update rollout_hosts set rollback_ref = null where rollout_id = :id
            I12 | update rollout_hosts set rollback_ref = 'never run here' where rollout_id = :id
            I13 | update rollout_hosts set said_epoch = ruling_epoch - 1 where rollout_id = :id
            counts | update wave_tallies set hosts = hosts + 1 where rollout_id = :id
            counts | delete from wave_tallies where rollout_id = :id
            """)
    void a_breach_is_seen(String id, String breach) {
        stage.transactions().executeWithoutResult(status -> {
            var before = invariants.violations().get(id);
            plant(breach, status);
            assertThat(invariants.violations().get(id)).isGreaterThan(before);
        });
    }

    @Test
    void a_host_of_two_rollouts_is_seen_although_an_index_forbids_it() {
        stage.transactions().executeWithoutResult(status -> {
            var before = invariants.violations().get("I4");
            plant("drop index rollout_hosts_active", status);
            plant(
                    "insert into rollouts select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'name', 'twin'))).* "
                            + "from rollouts r where r.id = :id",
                    status);
            plant(
                    "insert into rollout_hosts (rollout_id, host_id, wave, active, to_ref) select t.id, rh.host_id, 0, true, rh.to_ref "
                            + "from rollout_hosts rh, rollouts t where rh.rollout_id = :id and t.name = 'twin'",
                    status);
            assertThat(invariants.violations().get("I4")).isGreaterThan(before);
        });
    }

    @Test
    void every_invariant_is_checked_and_counted() {
        assertThat(InvariantStore.ids()).hasSize(14).contains("I1", "I6", "I13", "counts");
        assertThat(InvariantStore.ids())
                .allSatisfy(id -> assertThat(meters.get("breakwater.invariant.violations")
                                .tag("id", id)
                                .counter())
                        .isNotNull());
    }

    private void plant(String breach, TransactionStatus status) {
        status.setRollbackOnly();
        stage.jdbc().sql(breach).params(Map.of("id", rollout)).update();
    }
}
