package dev.breakwater.rollout;

import static dev.breakwater.rollout.Scene.wave;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.BreakwaterIT;
import dev.breakwater.rollout.Scene.Stage;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Sums kept by triggers against a count of the rows, in a transaction that is never committed. */
@BreakwaterIT
class TalliesIT {
    private static final int STEPS = 150;

    /** Whatever may happen to hosts and their waves, to some of them each time. */
    private static final List<String> HAPPENINGS = List.of(
            "update rollout_hosts set state = %s where %s".formatted(oneOf("PENDING", "OFFERED", "CLAIMED"), some()),
            "update rollout_hosts set state = %s where %s".formatted(oneOf("SETTLED", "FAILED", "SILENT"), some()),
            "update rollout_hosts set state = %s where %s"
                    .formatted(oneOf("ROLLED_BACK", "SKIPPED", "OFFERED"), some()),
            "update rollout_hosts set touched = not touched where " + some(),
            "update rollout_hosts set deferred = not deferred, healthy_streak = healthy_streak + 1 where " + some(),
            "update rollout_hosts set rollback_failed = not rollback_failed, owed = random() < 0.5 where " + some(),
            "update rollout_hosts set put_off = %s where %s".formatted(oneOf("freeze", "window", "limit"), some()),
            "update rollout_hosts set put_off = null, rollback_claimed_at = now() where " + some(),
            "update rollout_hosts set active = not active where rollout_id = :id and random() < 0.1",
            "delete from rollout_hosts where rollout_id = :id and random() < 0.1",
            "update waves set directive = %s where rollout_id = :id"
                    .formatted(oneOf("WAIT", "OFFER", "ROLLBACK", "DONE")),
            "update hosts set hold_reason = 'me', hold_actor = 'me', hold_until = %s::timestamptz where random() < 0.3 and %s"
                    .formatted(oneOf("2020-01-01", "2999-01-01", "infinity"), ofTheRollout()),
            "update hosts set hold_reason = null, hold_actor = null, hold_until = null where random() < 0.5 and "
                    + ofTheRollout(),
            "update hosts set deleted_at = now() where random() < 0.1 and " + ofTheRollout(),
            "insert into host_conflicts (host_id, epoch, given_epoch, found_at) select id, 9, 1, now() from hosts where "
                    + "random() < 0.2 and %s on conflict do nothing".formatted(ofTheRollout()),
            "select fold_tallies(:id)");

    @LocalServerPort
    private int port;

    @Autowired
    private Stage stage;

    @Autowired
    private Invariants invariants;

    private UUID rollout;

    @BeforeEach
    void a_rollout_is_under_way() {
        var scene = new Scene(stage, port).with(12);
        var waves = wave("canary", "3") + "," + wave("rest", "rest");
        rollout = UUID.fromString(scene.start(scene.request(scene.generation(), "", waves)));
    }

    @Test
    void sums_are_what_a_count_of_the_rows_finds_whatever_happens() {
        var random = new Random(1);
        stage.transactions().executeWithoutResult(status -> {
            status.setRollbackOnly();
            run("select setseed(0.7) from rollouts where id = :id");
            for (int step = 0; step < STEPS; step++) {
                var happening = HAPPENINGS.get(random.nextInt(HAPPENINGS.size()));
                run(happening);
                assertThat(summed()).as(happening).isEqualTo(counted());
            }
            assertThat(invariants.violations()).containsEntry("counts", 0);
        });
    }

    @Test
    void folding_leaves_one_row_for_each_group() {
        stage.transactions().executeWithoutResult(status -> {
            status.setRollbackOnly();
            for (int step = 0; step < 20; step++) {
                run("update rollout_hosts set touched = not touched where rollout_id = :id");
            }
            run("select fold_tallies(:id)");
            assertThat(stage.jdbc()
                            .sql("select hosts from wave_tallies where rollout_id = :id order by hosts")
                            .param("id", rollout)
                            .query(Integer.class)
                            .list())
                    .containsExactly(3, 9);
        });
    }

    private void run(String sql) {
        var statement = stage.jdbc().sql(sql).param("id", rollout);
        if (sql.startsWith("select")) {
            statement.query(_ -> {});
        } else {
            statement.update();
        }
    }

    private List<Map<String, Object>> summed() {
        return rows("""
                select wave, state, hosts, touched, rollback_failed, owed from wave_counts(array[:id]::uuid[], now()) order by wave, state
                """);
    }

    private List<Map<String, Object>> counted() {
        return rows("""
                select wave, state, count(*) as hosts, count(*) filter (where touched) as touched,
                       count(*) filter (where state = 'ROLLING_BACK' and rollback_failed) as rollback_failed,
                       count(*) filter (where state = 'ROLLING_BACK' and owed) as owed
                from rollout_host_states(:id, now()) group by wave, state order by wave, state
                """);
    }

    private List<Map<String, Object>> rows(String sql) {
        return stage.jdbc().sql(sql).param("id", rollout).query().listOfRows();
    }

    private static String oneOf(String... values) {
        return "(array['" + String.join("', '", values) + "'])[1 + floor(random() * " + values.length + ")::int]";
    }

    private static String some() {
        return "rollout_id = :id and random() < 0.4";
    }

    private static String ofTheRollout() {
        return "id in (select host_id from rollout_hosts where rollout_id = :id)";
    }
}
