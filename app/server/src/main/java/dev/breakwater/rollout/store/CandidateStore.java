package dev.breakwater.rollout.store;

import static dev.breakwater.rollout.store.Columns.at;

import dev.breakwater.host.Selector;
import dev.breakwater.rollout.engine.plan.Excluded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
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
    private static final int LABELS_MAX = 20_000;
    private static final TypeReference<Map<String, String>> LABELS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CandidateStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Hands the hosts over one by one in the order of ids, holding no more than a few at a time. {@code self} is the rollout being planned, which does not
     * count as an owner; whoever was last seen before {@code heardSince} is silent. Needs a transaction, else all are read at once.
     */
    public void each(Selector selector, @Nullable UUID self, Moments moments, Consumer<CandidateRow> taker) {
        each(selector, self, moments, "order by h.id", taker);
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
        var labels = new HashMap<String, Map<String, String>>();
        jdbc.sql("""
                select h.id, h.name, h.platform, h.labels, s.current_ref, s.booted_ref, s.last_good_ref, s.last_report_at is not null,
                       h.hold_reason is not null and coalesce(h.hold_until, 'infinity') > :now, h.hold_reason,
                       s.last_seen_at < :heard_since, rh.host_id is not null, owner.id, owner.name
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
                    taker.accept(candidate(row, labels));
                });
    }

    /** When it is, and since when whoever was not seen is silent. */
    public record Moments(Instant now, Instant heardSince) {}

    /** By number: a million rows are asked for their columns. */
    private CandidateRow candidate(ResultSet row, Map<String, Map<String, String>> labels) throws SQLException {
        return new CandidateRow(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                labels(row.getString(4), labels),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getBoolean(8),
                row.getBoolean(9) ? row.getString(10) : null,
                row.getBoolean(11),
                row.getBoolean(12),
                row.getObject(13, UUID.class),
                row.getString(14));
    }

    /** Hosts with the same labels share one map, unless there are very many kinds of them. */
    private Map<String, String> labels(String text, Map<String, Map<String, String>> known) {
        var same = known.get(text);
        if (same != null) {
            return same;
        }
        var read = json.readValue(text, LABELS);
        if (known.size() < LABELS_MAX) {
            known.put(text, read);
        }
        return read;
    }

    /** {@code listening}: to a rollout, be it over or not; {@code owner} is a running one. */
    public record CandidateRow(
            UUID id,
            String name,
            String platform,
            Map<String, String> labels,
            @Nullable String currentRef,
            @Nullable String bootedRef,
            @Nullable String lastGoodRef,
            boolean reported,
            @Nullable String holdReason,
            boolean silent,
            boolean listening,
            @Nullable UUID ownerId,
            @Nullable String ownerName) {}
}
