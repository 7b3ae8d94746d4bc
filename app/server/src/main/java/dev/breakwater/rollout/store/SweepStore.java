package dev.breakwater.rollout.store;

import static dev.breakwater.rollout.store.Columns.at;
import static dev.breakwater.rollout.store.Columns.instant;
import static dev.breakwater.rollout.store.Columns.uuid;

import dev.breakwater.rollout.store.CommandStore.Ended;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What decisions have left to do to the rows of very many hosts. */
@Repository
public class SweepStore {
    private final JdbcClient jdbc;

    SweepStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public sealed interface Sweep {
        UUID rollout();

        Instant at();
    }

    /** Whoever was not heard since then was away when the wave opened. */
    public record Defer(UUID rollout, int wave, Instant at, Instant unheardSince) implements Sweep {}

    /** {@code doneTo}: the last host that it has let go of. */
    public record Release(UUID rollout, Instant at, Ended ended, UUID doneTo) implements Sweep {}

    public void add(Defer defer) {
        jdbc.sql("""
                insert into sweeps (rollout_id, wave, task, at, unheard_since) values (:rollout, :wave, 'DEFER', :at, :unheard)
                on conflict (rollout_id, task, wave) do update set at = excluded.at, unheard_since = excluded.unheard_since
                """)
                .param("rollout", defer.rollout())
                .param("wave", defer.wave())
                .param("at", at(defer.at()))
                .param("unheard", at(defer.unheardSince()))
                .update();
    }

    public void add(Release release) {
        jdbc.sql("""
                insert into sweeps (rollout_id, task, at, completed, going_back, done_to)
                values (:rollout, 'RELEASE', :at, :completed, :back, :after)
                on conflict (rollout_id, task, wave) do nothing
                """)
                .param("rollout", release.rollout())
                .param("at", at(release.at()))
                .param("completed", release.ended().completed())
                .param("back", release.ended().goingBack())
                .param("after", release.doneTo())
                .update();
    }

    /** The oldest that nobody else is at, locked. */
    public Optional<Sweep> next() {
        return take("order by at, rollout_id, wave for update skip locked limit 1").stream()
                .findFirst();
    }

    /** Every one that has hosts still to be let go of, locked: waits for whoever is at one. */
    public List<Sweep> releases() {
        return take("where task = 'RELEASE' order by rollout_id for update");
    }

    public boolean isReleasing() {
        return jdbc.sql("select exists (select from sweeps where task = 'RELEASE')")
                .query(Boolean.class)
                .single();
    }

    private List<Sweep> take(String which) {
        return jdbc.sql("select rollout_id, wave, task, at, unheard_since, completed, going_back, done_to from sweeps "
                        + which)
                .query((row, _) -> sweep(row))
                .list();
    }

    private static Sweep sweep(ResultSet row) throws SQLException {
        var rollout = uuid(row, "rollout_id");
        var at = Objects.requireNonNull(instant(row, "at"));
        if (row.getString("task").equals("DEFER")) {
            var unheard = Objects.requireNonNull(instant(row, "unheard_since"));
            return new Defer(rollout, row.getInt("wave"), at, unheard);
        }
        var ended = new Ended(row.getBoolean("completed"), row.getBoolean("going_back"));
        return new Release(rollout, at, ended, uuid(row, "done_to"));
    }

    /** The last of the next so many hosts, null where none is left. */
    public @Nullable UUID upTo(Release release, int hosts) {
        return jdbc.sql("""
                select host_id from (
                    select host_id from rollout_hosts where rollout_id = :rollout and host_id > :after
                    order by host_id limit :hosts) next
                order by host_id desc limit 1
                """)
                .param("rollout", release.rollout())
                .param("after", release.doneTo())
                .param("hosts", hosts)
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    public void advance(Release release, UUID doneTo) {
        jdbc.sql("update sweeps set done_to = :to where rollout_id = :rollout and task = 'RELEASE'")
                .param("rollout", release.rollout())
                .param("to", doneTo)
                .update();
    }

    public void done(Sweep sweep) {
        jdbc.sql("delete from sweeps where rollout_id = :rollout and task = :task and wave = :wave")
                .param("rollout", sweep.rollout())
                .param("task", sweep instanceof Defer ? "DEFER" : "RELEASE")
                .param("wave", sweep instanceof Defer defer ? defer.wave() : -1)
                .update();
    }
}
