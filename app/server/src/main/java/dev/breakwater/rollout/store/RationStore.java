package dev.breakwater.rollout.store;

import static dev.breakwater.rollout.store.Columns.at;
import static dev.breakwater.rollout.store.Columns.instant;

import dev.breakwater.host.Selector;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code rations} and their uses. What changes a count is called with the scope's row locked. */
@Repository
public class RationStore {
    private static final String ROW =
            "select scope, basis, whole, down, moving, counted_at, recounted_at from rations ";

    /** Hosts of a scope that move, under whichever rollout, and until when that counts. */
    private static final String MOVING = """
            select rh.host_id, rh.rollout_id, rh.claimed_at + (w.policy ->> 'deadline')::interval as until
            from rollout_hosts rh join hosts h on h.id = rh.host_id
            join waves w on w.rollout_id = rh.rollout_id and w.ordinal = rh.wave
            where rh.state = 'CLAIMED' and rh.active and rh.claimed_at is not null and h.deleted_at is null and %1$s
            union all
            select rh.host_id, rh.rollout_id, rh.rollback_claimed_at + (r.spec ->> 'rollbackDeadline')::interval
            from rollout_hosts rh join hosts h on h.id = rh.host_id join rollouts r on r.id = rh.rollout_id
            where rh.rollback_claimed_at is not null and rh.state not in ('ROLLED_BACK', 'CLAIMED') and not rh.rollback_failed and rh.active
              and h.deleted_at is null and %1$s
            """;

    private final JdbcClient jdbc;

    RationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Rollouts under way that limit how many hosts are away. */
    public List<Limited> limited() {
        return jdbc.sql("""
                select id, selector, spec ->> 'maxUnavailable' is not null as overall,
                       case when spec ->> 'maxUnavailablePerDomain' is not null
                            then (select string_agg(key, ',' order by key) from jsonb_array_elements_text(spec -> 'spreadBy') as key) end as domains
                from rollouts
                where phase_is_under_way(phase)
                  and (spec ->> 'maxUnavailable' is not null or spec ->> 'maxUnavailablePerDomain' is not null)
                order by id
                """).query((row, _) -> limited(row)).list();
    }

    /** In the order of the key, as everywhere. Those that are missing are made. */
    public List<Ration> lock(Collection<String> scopes) {
        var found = locked(scopes);
        if (found.size() == scopes.size()) {
            return found;
        }
        jdbc.sql("insert into rations (scope) select s from unnest(:scopes) as s order by s on conflict do nothing")
                .param("scopes", scopes.toArray(String[]::new))
                .update();
        return locked(scopes);
    }

    private List<Ration> locked(Collection<String> scopes) {
        return jdbc.sql(ROW + "where scope = any (:scopes) order by scope for no key update")
                .param("scopes", scopes.toArray(String[]::new))
                .query((row, _) -> ration(row))
                .list();
    }

    public List<Ration> find(Collection<String> scopes) {
        return jdbc.sql(ROW + "where scope = any (:scopes)")
                .param("scopes", scopes.toArray(String[]::new))
                .query((row, _) -> ration(row))
                .list();
    }

    /** Enters every host of the scope that moves already: from now on, each claim is entered as it is granted. */
    public void enterMoving(String scope, String basis) {
        var selector = Selector.parse(scope).sql("h.labels");
        var moving = MOVING.formatted(selector.where());
        jdbc.sql("insert into ration_uses (scope, host_id, rollout_id, until) select :scope, m.* from (" + moving
                        + ") m on conflict do nothing")
                .params(selector.params())
                .param("scope", scope)
                .update();
        jdbc.sql("update rations set basis = :basis where scope = :scope")
                .param("scope", scope)
                .param("basis", basis)
                .update();
    }

    /** How many move, of a scope that nobody keeps count of yet. */
    public int moving(String scope, Instant now) {
        var selector = Selector.parse(scope).sql("h.labels");
        return jdbc.sql("select count(*) from (" + MOVING.formatted(selector.where()) + ") m where m.until > :now")
                .params(selector.params())
                .param("now", at(now))
                .query(Integer.class)
                .single();
    }

    public int used(String scope, Instant now, Instant unheardSince) {
        return jdbc.sql("""
                select count(*) from ration_uses u
                where scope = :scope and ration_is_used(u.host_id, u.rollout_id, u.until, :now, :unheard)
                """)
                .param("scope", scope)
                .param("now", at(now))
                .param("unheard", at(unheardSince))
                .query(Integer.class)
                .single();
    }

    /** Hosts that moved and are down since. */
    public int fallen(String scope, Instant unheardSince) {
        return jdbc.sql("""
                select count(*) from ration_uses u join hosts h on h.id = u.host_id and h.deleted_at is null
                join host_status s on s.host_id = u.host_id
                where u.scope = :scope and (s.healthy is false or s.last_seen_at < :unheard)
                """)
                .param("scope", scope)
                .param("unheard", at(unheardSince))
                .query(Integer.class)
                .single();
    }

    /** Drops the uses that count no more. */
    public void recount(String scope, Instant now, Instant unheardSince) {
        jdbc.sql("""
                delete from ration_uses u
                where scope = :scope and ration_is_used(u.host_id, u.rollout_id, u.until, :now, :unheard) is not true
                """)
                .param("scope", scope)
                .param("now", at(now))
                .param("unheard", at(unheardSince))
                .update();
        jdbc.sql(
                        "update rations set moving = (select count(*) from ration_uses where scope = :scope), recounted_at = :now"
                                + " where scope = :scope")
                .param("scope", scope)
                .param("now", at(now))
                .update();
    }

    /** The scope's hosts that have ever reported, and those of them that are down although nobody moved them. */
    public Population population(String scope, Instant unheardSince) {
        var selector = Selector.parse(scope).sql("h.labels");
        return jdbc.sql("""
                select count(*) as whole,
                       count(*) filter (where (s.healthy is false or s.last_seen_at < :unheard)
                                          and not exists (select from ration_uses u where u.scope = :scope and u.host_id = h.id)) as down
                from hosts h join host_status s on s.host_id = h.id
                where h.deleted_at is null and s.last_report_at is not null and %s
                """.formatted(selector.where()))
                .params(selector.params())
                .param("scope", scope)
                .param("unheard", at(unheardSince))
                .query((row, _) -> new Population(row.getInt("whole"), row.getInt("down")))
                .single();
    }

    public void counted(String scope, Population population, Instant now) {
        jdbc.sql("update rations set whole = :whole, down = :down, counted_at = :now where scope = :scope")
                .param("scope", scope)
                .param("whole", population.whole())
                .param("down", population.down())
                .param("now", at(now))
                .update();
    }

    /** Those whose count is the oldest, of scopes that hosts of the rollout have asked for room in. */
    public List<String> stale(UUID rollout, Instant before, int limit) {
        return jdbc.sql("""
                select r.scope from rations r
                where r.counted_at < :before
                  and (r.scope = (select selector from rollouts where id = :rollout)
                       or exists (select from ration_uses u where u.scope = r.scope and u.rollout_id = :rollout))
                order by r.counted_at, r.scope limit :limit
                """)
                .param("rollout", rollout)
                .param("before", at(before))
                .param("limit", limit)
                .query((row, _) -> row.getString("scope"))
                .list();
    }

    /** Each host once. One that is entered already is entered anew. */
    public void use(List<Use> uses) {
        var entries = uses.stream().flatMap(Entry::of).toList();
        if (entries.isEmpty()) {
            return;
        }
        jdbc.sql("""
                with entered as (
                    insert into ration_uses (scope, host_id, rollout_id, allowed, until)
                    select a.scope, a.host, a.rollout, a.allowed, a.until::timestamptz
                    from unnest(:scopes::text[], :hosts::uuid[], :rollouts::uuid[], :allowed::int[], :untils::text[])
                        as a (scope, host, rollout, allowed, until)
                    order by a.scope, a.host
                    on conflict (scope, host_id) do update set rollout_id = excluded.rollout_id, allowed = excluded.allowed, until = excluded.until
                    returning scope, xmax = 0 as fresh)
                update rations r set moving = r.moving + e.fresh
                from (select scope, count(*) as fresh from entered where fresh group by scope) e where e.scope = r.scope
                """)
                .param(
                        "scopes",
                        entries.stream().map(each -> each.allowed().scope()).toArray(String[]::new))
                .param("hosts", entries.stream().map(each -> each.use().host()).toArray(UUID[]::new))
                .param(
                        "rollouts",
                        entries.stream().map(each -> each.use().rollout()).toArray(UUID[]::new))
                .param(
                        "allowed",
                        entries.stream().map(each -> each.allowed().allowed()).toArray(Integer[]::new))
                .param(
                        "untils",
                        entries.stream()
                                .map(each -> each.use().until().toString())
                                .toArray(String[]::new))
                .update();
    }

    private record Entry(Use use, Allowed allowed) {
        static Stream<Entry> of(Use use) {
            return use.scopes().stream().map(scope -> new Entry(use, scope));
        }
    }

    private static Limited limited(ResultSet row) throws SQLException {
        var domains = row.getString("domains");
        return new Limited(
                Columns.uuid(row, "id"),
                row.getString("selector"),
                row.getBoolean("overall"),
                domains == null ? List.of() : List.of(domains.split(",")));
    }

    private static Ration ration(ResultSet row) throws SQLException {
        return new Ration(
                row.getString("scope"),
                row.getString("basis"),
                row.getInt("whole"),
                row.getInt("down"),
                row.getInt("moving"),
                Objects.requireNonNull(instant(row, "counted_at")),
                Objects.requireNonNull(instant(row, "recounted_at")));
    }

    /** {@code domains}: the labels that make its failure domains, in order; empty where it does not limit these. */
    public record Limited(UUID id, String selector, boolean overall, List<String> domains) {
        public Limited {
            domains = List.copyOf(domains);
        }
    }

    /** {@code moving} is never less than it is. */
    public record Ration(
            String scope, String basis, int whole, int down, int moving, Instant countedAt, Instant recountedAt) {
        /** With one more on its way. */
        public Ration plusOne() {
            return new Ration(scope, basis, whole, down, moving + 1, countedAt, recountedAt);
        }

        public int away() {
            return down + moving;
        }

        /** So many of those that moved are down. */
        public Ration fallen(int hosts) {
            var fallen = Math.min(hosts, moving);
            return new Ration(scope, basis, whole, down + fallen, moving - fallen, countedAt, recountedAt);
        }
    }

    public record Population(int whole, int down) {}

    /** Of one scope, by the limits of the rollout that asks; null where it has none there. */
    public record Allowed(String scope, @Nullable Integer allowed) {}

    /** A granted claim, entered in every scope its host is in. */
    public record Use(UUID host, UUID rollout, List<Allowed> scopes, Instant until) {
        public Use {
            scopes = List.copyOf(scopes);
        }
    }
}
