package dev.breakwater.rollout;

import static dev.breakwater.rollout.Scene.wave;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.breakwater.BreakwaterIT;
import dev.breakwater.rollout.Scene.Stage;
import dev.breakwater.rollout.store.CommandStore.Ended;
import dev.breakwater.rollout.store.CommandStore.Range;
import dev.breakwater.rollout.store.SweepStore;
import dev.breakwater.rollout.store.SweepStore.Defer;
import dev.breakwater.rollout.store.SweepStore.Release;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is left to do for very many hosts, done for a few. */
@BreakwaterIT
class SweepingIT {
    @LocalServerPort
    private int port;

    @Autowired
    private Stage stage;

    @Autowired
    private Sweeping sweeping;

    @Autowired
    private SweepStore sweeps;

    private Scene scene;
    private UUID rollout;

    @BeforeEach
    void aWaveOfThreeHostsIsOpen() {
        scene = new Scene(stage, port).with(4);
        var request = scene.request(scene.generation(), "", wave("most", "3") + "," + wave("rest", "rest"));
        rollout = UUID.fromString(scene.start(request));
    }

    @Test
    void who_was_away_is_deferred_after_the_wave_has_opened() {
        sweeps.add(new Defer(rollout, 0, opened(), Instant.now().plusSeconds(3_600)));
        sweep();
        assertThat(count("deferred")).isEqualTo(3);
    }

    @Test
    void nobody_is_deferred_by_a_directive_that_has_gone() {
        sweeps.add(new Defer(rollout, 0, opened().minusSeconds(1), Instant.now().plusSeconds(3_600)));
        sweep();
        assertThat(count("deferred")).isZero();
    }

    @Test
    void hosts_of_a_rollout_that_is_over_are_let_go_of_batch_by_batch() {
        scene.say(rollout.toString(), "pause");
        sql("update rollout_hosts set state = 'SETTLED', touched = true where rollout_id = :rollout and wave = 0");
        sweeps.add(new Release(rollout, Instant.now(), new Ended(true, false), Range.ALL.after()));
        sweep();
        assertThat(count("active")).isZero();
        assertThat(count("to_ref = (select desired_ref from host_status s where s.host_id = rh.host_id)"))
                .isEqualTo(4);
        assertThat(count("to_ref = (select last_good_ref from host_status s where s.host_id = rh.host_id)"))
                .isEqualTo(3);
    }

    private void sweep() {
        await().untilAsserted(() -> {
            sweeping.step();
            assertThat(stage.jdbc()
                            .sql("select count(*) from sweeps")
                            .query(Integer.class)
                            .single())
                    .isZero();
        });
    }

    private Instant opened() {
        return stage.jdbc()
                .sql("select directed_at from waves where rollout_id = :rollout and ordinal = 0")
                .param("rollout", rollout)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private void sql(String statement) {
        stage.jdbc().sql(statement).param("rollout", rollout).update();
    }

    private int count(String which) {
        return stage.jdbc()
                .sql("select count(*) from rollout_hosts rh where rollout_id = :rollout and " + which)
                .param("rollout", rollout)
                .query(Integer.class)
                .single();
    }
}
