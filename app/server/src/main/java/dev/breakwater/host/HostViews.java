package dev.breakwater.host;

import dev.breakwater.web.Limit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Hosts as people read them. Generations are looked up for the rows of the page only. */
@Repository
class HostViews {
    private final JdbcClient jdbc;
    private final Json json;
    private final HostProperties properties;

    HostViews(JdbcClient jdbc, Json json, HostProperties properties) {
        this.jdbc = jdbc;
        this.json = json;
        this.properties = properties;
    }

    /** In order of name, starting after the given one; "" comes before every name. */
    List<Host> list(HostQuery query, String after, Limit limit, Instant now) {
        var selector = query.selector().sql("h.labels");
        return statement("""
                        h.deleted_at is null and h.name > :after
                        and (cast(:q as text) is null or strpos(lower(h.name), :q) > 0)
                        and (cardinality(cast(:platforms as text[])) = 0 or h.platform = any(:platforms))
                        and (cardinality(cast(:states as text[])) = 0 or o.state = any(:states))
                        and %s
                        order by h.name limit :limit""".formatted(selector.where()), now)
                .params(selector.params())
                .param("after", after)
                .param("q", query.nameContains())
                .param(
                        "platforms",
                        query.platforms().stream().map(Platform::wire).toArray(String[]::new))
                .param("states", query.states().stream().map(HostState::name).toArray(String[]::new))
                .param("limit", limit.plusOne())
                .query(new SimplePropertyRowMapper<>(Row.class))
                .list()
                .stream()
                .map(this::host)
                .toList();
    }

    Optional<Host> find(HostId id, Instant now) {
        return statement("h.id = :id", now)
                .param("id", id.value())
                .query(new SimplePropertyRowMapper<>(Row.class))
                .optional()
                .map(this::host);
    }

    private JdbcClient.StatementSpec statement(String where, Instant now) {
        return jdbc.sql("""
            with page as (
                select h.*, o.state, o.epoch, o.ref as desired_ref, o.generation_id as told_generation_id, o.rollout_id as desired_rollout_id,
                       o.since as desired_since, o.live
                from hosts h join host_overview(:now, make_interval(secs => :offline)) o on o.host_id = h.id
                where %s)
            select p.*, s.current_ref, s.current_since, s.booted_ref, s.booted_since, s.last_good_ref, s.last_good_since, s.last_seen_at,
                   cg.id as current_generation_id, cg.name as current_generation, bg.id as booted_generation_id, bg.name as booted_generation,
                   gg.id as last_good_generation_id, gg.name as last_good_generation, dg.name as desired_generation, coalesce(p.told_generation_id, dg.id) as desired_generation_id,
                   p.hold_reason is not null and coalesce(p.hold_until, 'infinity') > :now as held,
                   c.epoch as conflict_epoch, c.given_epoch as conflict_given, c.found_at as conflict_since,
                   coalesce((select json_agg(json_build_object('kind', f.kind, 'detail', f.detail, 'firstSeenAt', f.first_seen_at) order by f.first_seen_at, f.kind)
                             from host_drift f where f.host_id = p.id and not (p.live and f.kind in ('NOT_DESIRED', 'UNKNOWN_REF'))), '[]') as drift,
                   coalesce((select json_agg(distinct jsonb_build_object('ref', a.ref, 'generation', g.name, 'selector', q.selector, 'reason', q.reason))
                             from quarantines q join artifacts a on a.generation_id = q.generation_id join generations g on g.id = q.generation_id
                             where q.released_at is null and a.ref in (s.current_ref, p.desired_ref)), '[]') as quarantines
            from page p
            left join host_status s on s.host_id = p.id
            left join host_conflicts c on c.host_id = p.id and c.resolved_at is null
            left join generations cg on cg.id = generation_of(s.current_ref)
            left join generations bg on bg.id = generation_of(s.booted_ref)
            left join generations gg on gg.id = generation_of(s.last_good_ref)
            left join generations dg on dg.id = coalesce(p.told_generation_id, generation_of(p.desired_ref))
            order by p.name""".formatted(where))
                .param("now", Moments.utc(now))
                .param("offline", properties.offlineAfter().toMillis() / 1000.0);
    }

    private record Row(
            UUID id,
            String name,
            String platform,
            String labels,
            String state,
            @Nullable String currentRef,
            @Nullable UUID currentGenerationId,
            @Nullable String currentGeneration,
            @Nullable Instant currentSince,
            @Nullable String bootedRef,
            @Nullable UUID bootedGenerationId,
            @Nullable String bootedGeneration,
            @Nullable Instant bootedSince,
            @Nullable String desiredRef,
            @Nullable UUID desiredGenerationId,
            @Nullable String desiredGeneration,
            long epoch,
            @Nullable UUID desiredRolloutId,
            @Nullable Instant desiredSince,
            @Nullable String lastGoodRef,
            @Nullable UUID lastGoodGenerationId,
            @Nullable String lastGoodGeneration,
            @Nullable Instant lastGoodSince,
            boolean held,
            @Nullable String holdReason,
            @Nullable Instant holdUntil,
            @Nullable String holdActor,
            @Nullable Long conflictEpoch,
            @Nullable Long conflictGiven,
            @Nullable Instant conflictSince,
            String drift,
            String quarantines,
            @Nullable Instant lastSeenAt,
            long revision) {
        Host.@Nullable Running current() {
            return running(currentRef, currentGenerationId, currentGeneration, currentSince);
        }

        Host.@Nullable Running booted() {
            return running(bootedRef, bootedGenerationId, bootedGeneration, bootedSince);
        }

        Host.@Nullable Running lastGood() {
            return running(lastGoodRef, lastGoodGenerationId, lastGoodGeneration, lastGoodSince);
        }

        Host.@Nullable Desired desired() {
            return desiredRef == null
                    ? null
                    : new Host.Desired(
                            desiredRef, desiredGenerationId, desiredGeneration, epoch, desiredRolloutId, desiredSince);
        }

        Host.@Nullable Hold hold() {
            return held && holdReason != null && holdActor != null
                    ? new Host.Hold(holdReason, holdUntil, holdActor)
                    : null;
        }

        Host.@Nullable Conflict conflict() {
            return conflictEpoch == null || conflictGiven == null || conflictSince == null
                    ? null
                    : new Host.Conflict(conflictEpoch, conflictGiven, conflictSince);
        }

        private static Host.@Nullable Running running(
                @Nullable String ref, @Nullable UUID id, @Nullable String name, @Nullable Instant since) {
            return ref == null ? null : new Host.Running(ref, id, name, since);
        }
    }

    private Host host(Row row) {
        var labels = json.labels(row.labels());
        var barred = json.barred(row.quarantines()).stream()
                .filter(each -> Selector.parse(each.selector()).matches(labels))
                .toList();
        return new Host(
                row.id(),
                row.name(),
                Platform.of(row.platform()),
                labels,
                HostState.valueOf(row.state()),
                row.current(),
                row.booted(),
                row.desired(),
                row.lastGood(),
                row.hold(),
                row.conflict(),
                json.drift(row.drift()),
                barred,
                row.lastSeenAt(),
                row.revision());
    }
}
