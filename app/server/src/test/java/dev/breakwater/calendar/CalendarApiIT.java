package dev.breakwater.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.Api;
import dev.breakwater.BreakwaterIT;
import dev.breakwater.calendar.Availability.Closed;
import dev.breakwater.calendar.Availability.Open;
import dev.breakwater.host.Fleet;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@BreakwaterIT
class CalendarApiIT {
    private static final String CALENDARS = "/api/v1/calendars";
    private static final String NIGHTLY =
            "{\"start\":\"2026-01-01T22:00\",\"duration\":\"PT4H\",\"rrule\":\"FREQ=DAILY\"}";

    @LocalServerPort
    private int port;

    @Autowired
    private Fleet fleet;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private CalendarRepository repository;

    @Autowired
    private CalendarChanges changes;

    private Api api;
    private String name;

    @BeforeEach
    void names() {
        api = Api.admin(port);
        name = Fleet.unique("calendar");
    }

    @AfterEach
    void nothing_stays_closed() {
        CalendarRows.clear(jdbc);
    }

    private String body(String kind, String more, String entries) {
        return "{\"name\":\"%s\",\"kind\":\"%s\",\"zone\":\"Europe/Berlin\",%s\"entries\":[%s]}"
                .formatted(name, kind, more, entries);
    }

    private JsonNode create(String kind, String more, String entries) {
        var created = api.post(CALENDARS, body(kind, more, entries));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        return created.json();
    }

    @Test
    void a_calendar_is_created_read_listed_changed_and_deleted() {
        var created = create("WINDOW", "\"selector\":\" env = prod \",", NIGHTLY);
        var path = CALENDARS + "/" + created.get("id").asString();
        assertThat(created.get("selector").asString()).isEqualTo("env=prod");
        assertThat(created.get("overrun").asString()).isEqualTo("FINISH_HOSTS");
        assertThat(api.get(path).json()).isEqualTo(created);
        assertThat(api.get(path).header("ETag")).isEqualTo("\"0\"");
        assertThat(api.get(CALENDARS + "?limit=1000").body()).contains(name);
        var changed = api.with("If-Match", "\"0\"").patch(path, "{\"overrun\":\"FINISH_WAVE\",\"selector\":\"\"}");
        assertThat(changed.json().get("revision").asInt()).isEqualTo(1);
        assertThat(changed.json().get("overrun").asString()).isEqualTo("FINISH_WAVE");
        assertThat(changed.json().get("entries")).isEqualTo(created.get("entries"));
        assertThat(api.with("If-Match", "\"0\"").delete(path).status()).isEqualTo(412);
        assertThat(api.delete(path).status()).isEqualTo(204);
        assertThat(api.get(path).code()).isEqualTo("calendar_not_found");
    }

    @Test
    void a_change_needs_the_revision_it_was_made_on() {
        var path = CALENDARS + "/" + create("FREEZE", "", NIGHTLY).get("id").asString();
        assertThat(api.patch(path, "{}").status()).isEqualTo(428);
        assertThat(api.with("If-Match", "\"7\"").patch(path, "{}").status()).isEqualTo(412);
    }

    @Test
    void a_name_is_taken_once() {
        create("FREEZE", "", NIGHTLY);
        var second = api.post(CALENDARS, body("FREEZE", "", NIGHTLY));
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.code()).isEqualTo("calendar_name_taken");
    }

    @Test
    void every_change_is_audited() {
        var id = create("FREEZE", "", NIGHTLY).get("id").asString();
        api.with("If-Match", "\"0\"").patch(CALENDARS + "/" + id, "{\"selector\":\"*\"}");
        api.delete(CALENDARS + "/" + id);
        var types = jdbc.sql("select action from audit where subject = :subject order by seq")
                .param("subject", "calendars/" + id)
                .query(String.class)
                .list();
        assertThat(types).containsExactly("calendar.created", "calendar.changed", "calendar.deleted");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"zone\":\"Mars/Olympus\"}                                                              | /zone",
                "{\"kind\":\"PARTY\"}                                                                     | /kind",
                "{\"selector\":\"a in\"}                                                                  | /selector",
                "{\"entries\":[{\"start\":\"soon\",\"duration\":\"PT1H\"}]}                               | /entries/0/start",
                "{\"entries\":[{\"start\":\"2026-12-01T00:00\"}]}                                         | /entries/0/duration",
                "{\"entries\":[{\"start\":\"2026-12-01T00:00\",\"duration\":\"PT1H\",\"rrule\":\"FREQ=SECONDLY\"}]} | /entries/0/rrule",
                "{\"entries\":[{\"start\":\"2020-12-01T00:00\",\"duration\":\"PT1H\"}]}                   | /entries",
                "{\"entries\":[]}                                                                         | /entries",
                "{\"colour\":\"red\"}                                                                     | /colour",
                "{\"name\":\"\"}                                                                          | /name",
            })
    void what_breaks_a_rule_is_refused_by_field(String change, String pointer) {
        var path = CALENDARS + "/" + create("WINDOW", "", NIGHTLY).get("id").asString();
        var refused = api.with("If-Match", "\"0\"").patch(path, change);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.pointer()).isEqualTo(pointer);
    }

    @Test
    void a_freeze_has_no_overrun() {
        var refused = api.post(CALENDARS, body("FREEZE", "\"overrun\":\"FINISH_WAVE\",", NIGHTLY));
        assertThat(refused.pointer()).isEqualTo("/overrun");
    }

    @Test
    void the_next_openings_of_a_window_and_closings_of_a_freeze() {
        var window = create("WINDOW", "", NIGHTLY).get("id").asString();
        var openings = api.get(CALENDARS + "/" + window + "/openings").json();
        assertThat(openings.get("items")).hasSize(10);
        assertThat(openings.get("note").isNull()).isTrue();
        name = Fleet.unique("freeze");
        var once = "{\"start\":\"2029-12-20T00:00\",\"end\":\"2030-01-03T00:00\"}";
        var freeze = create("FREEZE", "", once).get("id").asString();
        var closings = api.get(CALENDARS + "/" + freeze + "/openings?count=3").json();
        assertThat(closings.get("items")).hasSize(1);
        assertThat(closings.at("/items/0/from").asString()).isEqualTo("2029-12-19T23:00:00Z");
        assertThat(closings.get("note").asString()).startsWith("no further freeze before ");
        assertThat(api.get(CALENDARS + "/" + freeze + "/openings?count=0").pointer())
                .isEqualTo("count");
    }

    @Test
    void the_openings_that_calendars_of_a_selector_and_named_ones_share() {
        var site = Fleet.unique("site");
        fleet.host(Fleet.unique("host"), Map.of("site", site, "role", "db"));
        create(
                "WINDOW",
                "\"selector\":\"site=%s\",".formatted(site),
                "{\"start\":\"2026-01-01T20:00\",\"duration\":\"PT3H\",\"rrule\":\"FREQ=DAILY\"}");
        name = Fleet.unique("other");
        create(
                "WINDOW",
                "\"selector\":\"site=%s,role=web\",".formatted(site),
                "{\"start\":\"2026-01-01T02:00\",\"duration\":\"PT1H\",\"rrule\":\"FREQ=DAILY\"}");
        name = Fleet.unique("named");
        create("WINDOW", "", NIGHTLY);
        var shared = api.get(CALENDARS + "/openings?count=2&selector=site=" + site + "&calendars=" + name)
                .json();
        assertThat(shared.get("calendars")).hasSize(2);
        assertThat(shared.at("/items/1/from").asString()).matches("....-..-..T2[01]:00:00Z");
        assertThat(api.get(CALENDARS + "/openings?calendars=nowhere").pointer()).isEqualTo("calendars/0");
    }

    @Test
    void viewers_read_operators_add_and_approvers_change() {
        var path = CALENDARS + "/" + create("WINDOW", "", NIGHTLY).get("id").asString();
        var operator = as("OPERATOR");
        assertThat(as("VIEWER").get(path).status()).isEqualTo(200);
        assertThat(as("VIEWER").post(CALENDARS, "{}").status()).isEqualTo(403);
        name = Fleet.unique("theirs");
        assertThat(operator.post(CALENDARS, body("WINDOW", "", NIGHTLY)).status())
                .isEqualTo(201);
        assertThat(operator.delete(path).status()).isEqualTo(403);
        assertThat(as("APPROVER").delete(path).status()).isEqualTo(204);
    }

    private Api as(String role) {
        var token = api.post("/api/v1/api-tokens", "{\"name\":\"%s\",\"role\":\"%s\"}".formatted(name, role));
        return Api.anonymous(port).bearer(token.json().get("token").asString());
    }

    private Api.Answer imports(String path, String type, String file) {
        return api.send(api.request(path + "/import")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(file))
                .build());
    }

    @Test
    void a_feed_is_subscribed_to_and_read_back() {
        var path = CALENDARS + "/" + create("WINDOW", "", NIGHTLY).get("id").asString();
        var feed = api.get(path + ".ics");
        assertThat(feed.header("Content-Type")).isEqualTo("text/calendar;charset=UTF-8");
        assertThat(api.with("If-None-Match", feed.header("ETag"))
                        .get(path + ".ics")
                        .status())
                .isEqualTo(304);
        var before = api.get(path + "/openings").json();
        var imported = imports(path, "text/calendar; charset=utf-8", feed.body());
        assertThat(imported.status()).as(imported.body()).isEqualTo(200);
        assertThat(imported.json().get("revision").asInt()).isEqualTo(1);
        assertThat(api.get(path + "/openings").json().at("/items/9")).isEqualTo(before.at("/items/9"));
        assertThat(Api.anonymous(port)
                        .basic("admin", BreakwaterIT.ADMIN_PASSWORD)
                        .get(path + ".ics")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_file_with_something_unknown_changes_nothing_and_names_it() {
        var created = create("FREEZE", "", NIGHTLY);
        var path = CALENDARS + "/" + created.get("id").asString();
        var file = """
                BEGIN:VCALENDAR
                VERSION:2.0
                BEGIN:VEVENT
                UID:1
                SUMMARY:Sale
                DTSTART:20261220T000000Z
                DURATION:PT1H
                %s
                END:VEVENT
                END:VCALENDAR
                """;
        assertThat(imports(path, "text/calendar", file.formatted("EXRULE:FREQ=DAILY"))
                        .code())
                .isEqualTo("ics_refused");
        var costly = imports(path, "text/calendar", file.formatted("RRULE:FREQ=SECONDLY"));
        assertThat(costly.json().at("/errors/0/message").asString()).startsWith("event \"Sale\": FREQ must be DAILY");
        assertThat(imports(path, "application/json", "{}").status()).isEqualTo(415);
        assertThat(imports(path, "text/calendar", "x".repeat(2_000_000)).status())
                .isEqualTo(413);
        assertThat(api.get(path).json()).isEqualTo(created);
    }

    @Test
    void every_replica_sees_a_change_that_has_committed() {
        var replicas = List.of(new Calendars(repository, changes), new Calendars(repository, changes));
        var now = Instant.now();
        var labels = Map.of("only", name);
        assertThat(replicas)
                .allMatch(each -> each.schedule(labels, Set.of(), now).at(now) instanceof Open);
        var always = "{\"start\":\"2026-01-01T00:00\",\"duration\":\"P1D\",\"rrule\":\"FREQ=DAILY\"}";
        var id = create("FREEZE", "\"selector\":\"only=%s\",".formatted(name), always)
                .get("id")
                .asString();
        assertThat(replicas)
                .allMatch(each -> each.schedule(labels, Set.of(), now).at(now) instanceof Closed);
        api.with("If-Match", "\"0\"").patch(CALENDARS + "/" + id, "{\"selector\":\"\"}");
        assertThat(replicas)
                .allMatch(each -> each.schedule(labels, Set.of(), now).at(now) instanceof Open);
    }
}
