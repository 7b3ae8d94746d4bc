package dev.breakwater.drift;

import dev.breakwater.generation.Bars;
import dev.breakwater.generation.QuarantineGuard;
import dev.breakwater.host.DriftKind;
import dev.breakwater.host.HostProperties;
import dev.breakwater.host.Platform;
import dev.breakwater.web.Limit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the drift that stands now. */
@Repository
class DriftReport {
    private static final TypeReference<Map<String, String>> LABELS = new TypeReference<>() {};
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final HostProperties hosts;
    private final QuarantineGuard quarantines;
    private final Clock clock;

    DriftReport(JdbcClient jdbc, JsonMapper json, HostProperties hosts, QuarantineGuard quarantines, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.hosts = hosts;
        this.quarantines = quarantines;
        this.clock = clock;
    }

    /** Where a page ended: names are unique, and so are a host's kind and detail. */
    record Place(String name, String kind, String detail) {
        static final Place START = new Place("", "", "");

        static Place after(Drift drift) {
            return new Place(drift.name(), drift.kind().name(), drift.detail());
        }
    }

    record Group(@Nullable String value, @Nullable String kind, long hosts) {}

    private record Row(
            UUID hostId,
            String name,
            String platform,
            String labels,
            String kind,
            String detail,
            @Nullable String currentRef,
            @Nullable String desiredRef,
            Instant firstSeenAt) {}

    List<Drift> list(DriftQuery query, Place after, Limit limit) {
        var now = clock.instant();
        var selector = query.selector().sql("labels");
        var rows = statement("""
                        select * from drift_now(:now, make_interval(secs => :offline))
                        where (name, kind, detail) > (:name, :kind, :detail) and %s and %s
                        order by name, kind, detail limit :limit""".formatted(ASKED_FOR, selector.where()), query, now)
                .params(selector.params())
                .param("name", after.name())
                .param("kind", after.kind())
                .param("detail", after.detail())
                .param("limit", limit.plusOne())
                .query(new SimplePropertyRowMapper<>(Row.class))
                .list();
        var bars = quarantines.of(rows.stream()
                .flatMap(row -> Stream.ofNullable(row.currentRef()))
                .collect(Collectors.toSet()));
        return rows.stream().map(row -> drift(row, bars, now)).toList();
    }

    private static final String ASKED_FOR =
            "(cardinality(cast(:kinds as text[])) = 0 or kind = any(:kinds)) and first_seen_at <= :oldest";

    /** Hosts per value and kind; the rows without a kind count each host of the value once. */
    List<Group> groups(DriftQuery query, Grouping by) {
        var selector = query.selector().sql("labels");
        return statement("""
                        with drift as (
                            select %s as value, kind, host_id from drift_now(:now, make_interval(secs => :offline)) where %s and %s)
                        select value, kind, count(distinct host_id) as hosts from drift group by grouping sets ((value, kind), (value))
                        order by max(value) nulls last limit :limit""".formatted(by.expression(), ASKED_FOR, selector.where()), query, clock.instant())
                .params(selector.params())
                .params(by.params())
                .param("limit", Limit.MAX * (DriftKind.values().length + 1))
                .query(new SimplePropertyRowMapper<>(Group.class))
                .list();
    }

    private JdbcClient.StatementSpec statement(String sql, DriftQuery query, Instant now) {
        return jdbc.sql(sql)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("oldest", now.minus(query.minAge()).atOffset(ZoneOffset.UTC))
                .param("offline", hosts.offlineAfter().toMillis() / 1000.0)
                .param("kinds", query.kinds().stream().map(DriftKind::name).toArray(String[]::new));
    }

    private Drift drift(Row row, Bars bars, Instant now) {
        var labels = json.readValue(row.labels(), LABELS);
        var current = row.currentRef();
        return new Drift(
                row.hostId(),
                row.name(),
                Platform.of(row.platform()),
                labels,
                DriftKind.valueOf(row.kind()),
                row.detail(),
                row.currentRef(),
                row.desiredRef(),
                row.firstSeenAt(),
                Math.max(0, Duration.between(row.firstSeenAt(), now).toSeconds()),
                current == null
                        ? null
                        : bars.barring(current, labels).map(Bars.Bar::sentence).orElse(null));
    }
}
