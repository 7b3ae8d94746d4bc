package dev.breakwater.agent;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A fleet in a rollout that is halted, so that nothing but what a test says changes its rows. */
final class ToldFleet {
    private static final Pattern TIME = Pattern.compile("\"(\\d{4}-\\d\\d-\\d\\dT[^\"]+)\"");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final String name = "told-" + UUID.randomUUID().toString().substring(24);
    private final Wire wire;
    private final JdbcClient jdbc;
    private final WireFleet fleet;
    private final UUID rollout;
    private final List<Long> epochs = new ArrayList<>();

    ToldFleet(Wire wire, JdbcClient jdbc, int hosts) {
        this.wire = wire;
        this.jdbc = jdbc;
        this.fleet = WireFleet.of(wire, name, hosts);
        var wave = Map.of("name", "all", "size", "rest", "soak", "PT1H", "maxFailed", "100%", "deadline", "PT1H");
        var id = fleet.rollout(fleet.generation("r2"), List.of(wave));
        fleet.start(id);
        this.rollout = UUID.fromString(id);
        decide("halt");
        direct("OFFER");
    }

    String id(int host) {
        return fleet.hosts.get(host).id;
    }

    String ref(int host, String generation) {
        return WireHost.storePath(fleet.hosts.get(host).name, generation);
    }

    List<Long> epochs() {
        return List.copyOf(epochs);
    }

    void direct(String directive) {
        jdbc.sql("update waves set directive = :directive, epoch = nextval('epochs') where rollout_id = :rollout")
                .param("directive", directive)
                .param("rollout", rollout)
                .update();
        readEpoch();
    }

    void decide(String verb) {
        wire.asAdmin("/api/v1/rollouts/%s/%s".formatted(rollout, verb), Map.of("reason", "test"))
                .expect(200);
        readEpoch();
    }

    private void readEpoch() {
        epochs.add(jdbc.sql("select epoch from waves where rollout_id = :rollout")
                .param("rollout", rollout)
                .query(Long.class)
                .single());
    }

    /** Everything reports change, in words that are the same for every fleet: moments by the step they lie in. */
    List<String> rows(List<Instant> steps) {
        return Stream.of(
                        "select to_jsonb(s) - 'last_seen_at' - 'report_print' from host_status s join hosts h on h.id = s.host_id where h.name like :fleet order by h.name",
                        "select to_jsonb(d) from host_drift d join hosts h on h.id = d.host_id where h.name like :fleet order by h.name, d.kind, d.detail",
                        "select to_jsonb(p) - 'id' from host_history p join hosts h on h.id = p.host_id where h.name like :fleet order by h.name, p.at, p.id",
                        "select to_jsonb(rh) from rollout_hosts rh join hosts h on h.id = rh.host_id where h.name like :fleet order by h.name",
                        "select jsonb_build_array(o.at, o.type, o.message) from outbox o join hosts h on h.id = o.host_id"
                                + " where h.name like :fleet and o.type like 'host.%' order by h.name, o.seq")
                .flatMap(sql -> jdbc.sql(sql).param("fleet", name + "-%").query(String.class).list().stream())
                .map(row -> common(row, steps))
                .toList();
    }

    private String common(String row, List<Instant> steps) {
        var words = row;
        for (var i = 0; i < fleet.hosts.size(); i++) {
            for (var generation : List.of("base", "r2", "other")) {
                words = words.replace(ref(i, generation), generation);
            }
        }
        words = words.replace(name, "fleet");
        for (var i = 0; i < epochs.size(); i++) {
            words = words.replaceAll("(epoch\": )" + epochs.get(i) + "\\b", "$1<" + i + ">");
        }
        words = ID.matcher(words).replaceAll("<id>");
        return TIME.matcher(words).replaceAll(match -> "<step " + step(match.group(1), steps) + ">");
    }

    private static long step(String moment, List<Instant> steps) {
        var at = OffsetDateTime.parse(moment).toInstant();
        return steps.stream().filter(began -> !began.isAfter(at)).count();
    }
}
