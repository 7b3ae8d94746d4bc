package dev.breakwater.rollout.store;

import static dev.breakwater.rollout.store.Columns.at;
import static dev.breakwater.rollout.store.Columns.uuid;

import dev.breakwater.host.Selector;
import dev.breakwater.rollout.engine.plan.Excluded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The hosts a selector matches, with all that planning asks of them. */
@Repository
public class CandidateStore {
    private static final int FETCHED = 2_000;
    private static final TypeReference<Map<String, String>> LABELS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CandidateStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Hands the hosts over one by one, holding no more than a few at a time. {@code self} is the rollout being planned, which does not
     * count as an owner; whoever was last seen before {@code heardSince} is silent. Needs a transaction, else all are read at once.
     */
    public void each(Selector selector, @Nullable UUID self, Moments moments, Consumer<CandidateRow> taker) {
        each(selector, self, moments, "", taker);
    }

    /** Those alone that the rollout's plan neither placed nor left out for good, in the order of ids. */
    public void newcomers(Selector selector, UUID self, Moments moments, Consumer<CandidateRow> taker) {
        each(selector, self, moments, """
                and not exists (select from rollout_hosts mine where mine.rollout_id = :self and mine.host_id = h.id)
                and not exists (select from rollout_excluded x where x.rollout_id = :self and x.host_id = h.id and x.why = '%s')
                order by h.id
                """.formatted(Excluded.NO_WAVE), taker);
    }

    private void each(
            Selector selector, @Nullable UUID self, Moments moments, String more, Consumer<CandidateRow> taker) {
        var sql = selector.sql("h.labels");
        jdbc.sql("""
                select h.id, h.name, h.platform, h.labels, s.current_ref, s.booted_ref, s.last_good_ref, s.last_report_at is not null as reported,
                       h.hold_reason is not null and coalesce(h.hold_until, 'infinity') > :now as held, h.hold_reason,
                       s.last_seen_at < :heard_since as silent, owner.id as owner_id, owner.name as owner_name
                from hosts h
                left join host_status s on s.host_id = h.id
                left join rollout_hosts rh on rh.host_id = h.id and rh.active
                left join rollouts owner on owner.id = rh.rollout_id and owner.id is distinct from :self
                     and phase_is_under_way(owner.phase)
                where h.deleted_at is null and %s
                %s
                """.formatted(sql.where(), more))
                .withFetchSize(FETCHED)
                .params(sql.params())
                .param("now", at(moments.now()))
                .param("heard_since", at(moments.heardSince()))
                .param("self", self)
                .query(row -> {
                    taker.accept(candidate(row));
                });
    }

    /** When it is, and since when whoever was not seen is silent. */
    public record Moments(Instant now, Instant heardSince) {}

    private CandidateRow candidate(ResultSet row) throws SQLException {
        return new CandidateRow(
                uuid(row, "id"),
                row.getString("name"),
                row.getString("platform"),
                json.readValue(row.getString("labels"), LABELS),
                row.getString("current_ref"),
                row.getString("booted_ref"),
                row.getString("last_good_ref"),
                row.getBoolean("reported"),
                row.getBoolean("silent"),
                row.getBoolean("held") ? row.getString("hold_reason") : null,
                row.getObject("owner_id", UUID.class),
                row.getString("owner_name"));
    }

    /** {@code owner} is a running rollout. */
    public record CandidateRow(
            UUID id,
            String name,
            String platform,
            Map<String, String> labels,
            @Nullable String currentRef,
            @Nullable String bootedRef,
            @Nullable String lastGoodRef,
            boolean reported,
            boolean silent,
            @Nullable String holdReason,
            @Nullable UUID ownerId,
            @Nullable String ownerName) {
        public CandidateRow labelled(Map<String, String> labels) {
            return new CandidateRow(
                    id,
                    name,
                    platform,
                    labels,
                    currentRef,
                    bootedRef,
                    lastGoodRef,
                    reported,
                    silent,
                    holdReason,
                    ownerId,
                    ownerName);
        }
    }
}
