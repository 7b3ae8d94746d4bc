package dev.breakwater.rollout.store;

import static dev.breakwater.rollout.store.Columns.uuid;

import dev.breakwater.rollout.engine.plan.Excluded;
import dev.breakwater.rollout.engine.plan.Plan;
import dev.breakwater.rollout.engine.plan.PlannedHost;
import dev.breakwater.rollout.engine.plan.Uncovered;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The materialised plan: written once, in the order of ids, when its rollout starts. */
@Repository
public class PlanStore {
    private static final int BATCH = 20_000;

    private final JdbcClient jdbc;

    PlanStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One plan is written at a time, so that two rollouts that start at once cannot both own a host. */
    public void lockPlanning() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('breakwater planning'))")
                .query((_, _) -> true)
                .list();
    }

    /** Whether nobody else writes a plan. Waits for nobody: the caller may hold rows that whoever writes one asks for. */
    public boolean tryLockPlanning() {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('breakwater planning'))")
                .query(Boolean.class)
                .single();
    }

    /** Behind a plan that is written down: hosts that join its last wave, in the order of ids. */
    public void enlist(UUID rollout, int wave, List<PlannedHost> hosts, boolean needsBoot) {
        jdbc.sql("delete from rollout_excluded where rollout_id = :rollout and host_id = any (:ids)")
                .param("rollout", rollout)
                .param("ids", hosts.stream().map(PlannedHost::id).toArray(UUID[]::new))
                .update();
        var batch = new PlacedHosts(hosts.size());
        hosts.forEach(host -> batch.add(host.id(), wave, host.to()));
        write(new Target(rollout, needsBoot, true, succeeds(rollout)), batch);
    }

    /**
     * Hosts leave whatever ended rollout they still listened to, if {@code someListen}. One that a rollout superseded by this one left half
     * way keeps the way back that was recorded before it was first touched.
     */
    public void materialise(UUID rollout, Plan plan, boolean needsBoot, boolean someListen) {
        var target = new Target(rollout, needsBoot, someListen, succeeds(rollout));
        var batch = new PlacedHosts(BATCH);
        plan.inOrder((_, id, wave, to) -> {
            batch.add(id, wave, to);
            if (batch.size() == BATCH) {
                write(target, batch);
                batch.clear();
            }
        });
        write(target, batch);
        miss(rollout, plan.misses());
        // else the planner believes the table nearly empty for up to a minute, and reads it all for each host
        jdbc.sql(
                        "analyze rollout_hosts (rollout_id, host_id, wave, active, deferred, state, touched, inherited, rollback_claimed_at)")
                .update();
    }

    /** {@code succeeds}: it superseded a rollout, which may have left hosts half way. */
    private record Target(UUID rollout, boolean needsBoot, boolean someListen, boolean succeeds) {}

    private boolean succeeds(UUID rollout) {
        return jdbc.sql("select exists (select from rollouts where superseded_by = :rollout)")
                .param("rollout", rollout)
                .query(Boolean.class)
                .single();
    }

    private void write(Target target, PlacedHosts batch) {
        if (batch.size() == 0) {
            return;
        }
        if (target.someListen()) {
            jdbc.sql("update rollout_hosts set active = false where active and host_id = any (:ids)")
                    .param("ids", batch.ids())
                    .update();
        }
        var one = batch.onlyRef();
        jdbc.sql((target.succeeds() ? HALF_WAY : "")
                        + """
                insert into rollout_hosts (rollout_id, host_id, wave, active, from_ref, to_ref, rollback_ref, inherited, needs_boot, boot_id_before)
                select :rollout, p.id, p.wave, true, s.current_ref, %s, %s, :boot, s.boot_id
                from unnest(:ids::uuid[], :waves::int[], :refs::text[]) as p (id, wave, to_ref)
                join host_status s on s.host_id = p.id and s.host_id between :first and :last
                %s order by p.id
                """.formatted(
                                        one == null ? "p.to_ref" : ":ref",
                                        target.succeeds()
                                                ? "coalesce(half_way.rollback_ref, s.last_good_ref), half_way.host_id is not null"
                                                : "s.last_good_ref, false",
                                        target.succeeds() ? "left join half_way on half_way.host_id = p.id" : ""))
                .param("rollout", target.rollout())
                .param("boot", target.needsBoot())
                .param("first", batch.first())
                .param("last", batch.last())
                .param("ids", batch.ids())
                .param("waves", batch.waves())
                .param("ref", one)
                .param("refs", one == null ? batch.refs() : new String[0])
                .update();
    }

    private static final String HALF_WAY = """
            with half_way as (
                select distinct on (old.host_id) old.host_id, old.rollback_ref
                from rollouts before join rollout_hosts old on old.rollout_id = before.id
                where before.superseded_by = :rollout and (old.touched or old.inherited) and old.state <> 'ROLLED_BACK'
                  and old.rollback_ref is not null and old.host_id between :first and :last
                order by old.host_id, old.rollout_id desc)
            """;

    private void miss(UUID rollout, List<Uncovered> misses) {
        jdbc.sql("""
                insert into rollout_misses (rollout_id, ordinal, label, value, why)
                select :rollout, m.ordinal, m.label, m.value, m.why
                from unnest(:labels, :values, :whys) with ordinality as m (label, value, why, ordinal)
                """)
                .param("rollout", rollout)
                .param("labels", misses.stream().map(Uncovered::label).toArray(String[]::new))
                .param("values", misses.stream().map(Uncovered::value).toArray(String[]::new))
                .param("whys", misses.stream().map(Uncovered::why).toArray(String[]::new))
                .update();
    }

    /** All that these rollouts steer, in the order in which reports lock them. */
    public void lockHostsOf(List<UUID> rollouts) {
        jdbc.sql("""
                select s.host_id from host_status s
                where s.host_id in (select host_id from rollout_hosts where rollout_id = any (:rollouts) and active)
                order by s.host_id for update
                """).param("rollouts", rollouts.toArray(UUID[]::new)).query(_ -> {});
    }

    public void exclude(UUID rollout, List<Excluded> excluded) {
        for (var from = 0; from < excluded.size(); from += BATCH) {
            excludeBatch(rollout, excluded.subList(from, Math.min(from + BATCH, excluded.size())));
        }
    }

    private void excludeBatch(UUID rollout, List<Excluded> excluded) {
        jdbc.sql("""
                insert into rollout_excluded (rollout_id, host_id, why)
                select :rollout, e.id, e.why from unnest(:ids, :whys) as e (id, why) order by e.id
                on conflict (rollout_id, host_id) do update set why = excluded.why where rollout_excluded.why <> excluded.why
                """)
                .param("rollout", rollout)
                .param("ids", excluded.stream().map(Excluded::id).toArray(UUID[]::new))
                .param("whys", excluded.stream().map(Excluded::why).toArray(String[]::new))
                .update();
    }

    /** By wave, for showing: the first of each in the order of names. */
    public Map<Integer, List<PlannedHost>> hosts(UUID rollout, int most) {
        var waves = new TreeMap<Integer, List<PlannedHost>>();
        jdbc.sql("""
                select w.ordinal as wave, first.id, first.name, first.from_ref, first.to_ref
                from waves w cross join lateral (
                    select h.id, h.name, rh.from_ref, rh.to_ref from rollout_hosts rh join hosts h on h.id = rh.host_id
                    where rh.rollout_id = w.rollout_id and rh.wave = w.ordinal order by h.name, h.id limit :most) first
                where w.rollout_id = :rollout order by w.ordinal, first.name, first.id
                """).param("rollout", rollout).param("most", most).query(row -> {
            waves.computeIfAbsent(row.getInt("wave"), _ -> new ArrayList<>())
                    .add(new PlannedHost(
                            uuid(row, "id"),
                            row.getString("name"),
                            row.getString("from_ref"),
                            row.getString("to_ref")));
        });
        return waves;
    }

    public List<Excluded> excluded(UUID rollout, int most) {
        return jdbc.sql("""
                select h.id, h.name, e.why from rollout_excluded e join hosts h on h.id = e.host_id
                where e.rollout_id = :rollout order by h.name, h.id limit :most
                """)
                .param("rollout", rollout)
                .param("most", most)
                .query((row, _) -> new Excluded(uuid(row, "id"), row.getString("name"), row.getString("why")))
                .list();
    }

    public int excludedCount(UUID rollout) {
        return jdbc.sql("select count(*) from rollout_excluded where rollout_id = :rollout")
                .param("rollout", rollout)
                .query(Integer.class)
                .single();
    }

    public List<Uncovered> misses(UUID rollout) {
        return jdbc.sql("select label, value, why from rollout_misses where rollout_id = :rollout order by ordinal")
                .param("rollout", rollout)
                .query((row, _) -> new Uncovered(row.getString("label"), row.getString("value"), row.getString("why")))
                .list();
    }
}
