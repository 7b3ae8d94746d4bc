package dev.breakwater.rollout;

import static dev.breakwater.rollout.Scene.require;
import static dev.breakwater.rollout.Scene.wave;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.BreakwaterIT;
import dev.breakwater.calendar.CalendarRows;
import dev.breakwater.host.Fleet;
import dev.breakwater.rollout.ClaimAnswer.Granted;
import dev.breakwater.rollout.ClaimAnswer.NotNow;
import dev.breakwater.rollout.ClaimAnswer.Withdrawn;
import dev.breakwater.rollout.Player.Temper;
import dev.breakwater.rollout.Scene.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Windows and freezes at the claim, on a real PostgreSQL, by moving the clock of the claim. */
@BreakwaterIT
class CalendarsIT {
    private static final String CALENDARS = "/api/v1/calendars";
    /** Long after now, so that what the sweep does meanwhile does not matter. */
    private final Instant day = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(10));

    @LocalServerPort
    private int port;

    @Autowired
    private Stage stage;

    @Autowired
    private ClaimsAt claims;

    @AfterEach
    void nothing_stays_closed() {
        CalendarRows.clear(stage.jdbc());
    }

    private ClaimAnswer claim(Player player, Instant at) {
        return claims.claim(player, stage.offers().desired(player.id).epoch(), at);
    }

    private Instant at(int hour) {
        return day.plus(Duration.ofHours(hour));
    }

    private String calendar(Scene scene, String kind, String selector, String start, String duration, String more) {
        var name = Fleet.unique(kind.toLowerCase(Locale.ROOT));
        var entry = "{\"start\":\"%s\",\"duration\":\"%s\"%s}".formatted(start, duration, more);
        var body = "{\"name\":\"%s\",\"kind\":\"%s\",\"zone\":\"UTC\",\"selector\":\"%s\",\"entries\":[%s]}"
                .formatted(name, kind, selector, entry);
        return require(scene.api.post(CALENDARS, body), 201).get("name").asString();
    }

    private String nightly(Scene scene, String selector) {
        return calendar(scene, "WINDOW", selector, "2026-01-01T22:00", "PT4H", ",\"rrule\":\"FREQ=DAILY\"");
    }

    private static String local(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC).toString();
    }

    private static String schedule(String calendar, String more) {
        return "\"schedule\":{\"calendars\":[\"%s\"]%s},".formatted(calendar, more);
    }

    private static String codeOf(ClaimAnswer answer) {
        return switch (answer) {
            case Granted _ -> "granted";
            case NotNow refusal -> refusal.code();
            case Withdrawn refusal -> refusal.code();
        };
    }

    @Test
    void a_claim_waits_for_the_window_the_rollout_names() {
        var scene = new Scene(stage, port).with(2);
        var window = nightly(scene, "");
        scene.start(scene.request(scene.generation(), schedule(window, ""), wave("all", "rest")));
        assertThat(claim(scene.players.get(0), at(12))).isInstanceOfSatisfying(NotNow.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("window_closed");
            assertThat(refusal.why()).isEqualTo("Window %s of UTC is closed until %s.".formatted(window, at(22)));
            assertThat(refusal.retryAfter()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(76));
        });
        assertThat(claim(scene.players.get(0), at(23))).isInstanceOf(Granted.class);
        assertThat(codeOf(claim(scene.players.get(1), at(26)))).isEqualTo("window_closed");
    }

    @Test
    void a_host_whose_window_is_about_to_open_is_told_to_come_then() {
        var scene = new Scene(stage, port).with(1);
        scene.start(scene.request(scene.generation(), schedule(nightly(scene, ""), ""), wave("all", "rest")));
        assertThat(claim(scene.players.getFirst(), at(22).minusSeconds(5)))
                .isInstanceOfSatisfying(
                        NotNow.class,
                        refusal -> assertThat(refusal.retryAfter())
                                .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(30)));
    }

    @Test
    void a_host_that_claimed_in_the_window_finishes_after_it() {
        var scene = new Scene(stage, port).with(1);
        scene.start(scene.request(scene.generation(), schedule(nightly(scene, ""), ""), wave("all", "rest")));
        assertThat(claim(scene.players.getFirst(), at(23))).isInstanceOf(Granted.class);
        assertThat(claim(scene.players.getFirst(), at(30))).isInstanceOf(Granted.class);
    }

    @Test
    void calendars_bind_the_hosts_their_selectors_match() {
        var scene = new Scene(stage, port).with(1, Map.of("role", "db")).with(1, Map.of("role", "web"));
        nightly(scene, "run=%s,role=db".formatted(scene.run));
        scene.start(scene.request(scene.generation(), "", wave("all", "rest")));
        assertThat(codeOf(claim(scene.players.get(0), at(12)))).isEqualTo("window_closed");
        assertThat(codeOf(claim(scene.players.get(1), at(12)))).isEqualTo("granted");
    }

    @Test
    void a_hosts_own_window_and_the_rollouts_must_both_be_open() {
        var scene = new Scene(stage, port).with(1);
        nightly(scene, "run=" + scene.run);
        var late = calendar(scene, "WINDOW", "", "2026-01-01T01:00", "PT4H", ",\"rrule\":\"FREQ=DAILY\"");
        scene.start(scene.request(scene.generation(), schedule(late, ""), wave("all", "rest")));
        assertThat(codeOf(claim(scene.players.getFirst(), at(23)))).isEqualTo("window_closed");
        assertThat(codeOf(claim(scene.players.getFirst(), at(28)))).isEqualTo("window_closed");
        assertThat(codeOf(claim(scene.players.getFirst(), at(25)))).isEqualTo("granted");
    }

    @Test
    void a_freeze_of_every_host_is_seen_by_the_next_claim() {
        var scene = new Scene(stage, port).with(2);
        scene.start(scene.request(scene.generation(), "", wave("all", "rest")));
        assertThat(codeOf(claim(scene.players.get(0), at(12)))).isEqualTo("granted");
        var freeze = calendar(scene, "FREEZE", "*", local(at(0)), "P2D", "");
        assertThat(claim(scene.players.get(1), at(12))).isInstanceOfSatisfying(NotNow.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("freeze");
            assertThat(refusal.why()).isEqualTo("Freeze %s of UTC lasts until %s.".formatted(freeze, at(48)));
        });
        assertThat(codeOf(claim(scene.players.get(1), at(48)))).isEqualTo("granted");
    }

    @Test
    void a_wave_may_be_let_finish_after_its_window_but_not_into_a_freeze() {
        var scene = new Scene(stage, port).with(3);
        var more = schedule(nightly(scene, ""), ",\"overrun\":\"FINISH_WAVE\"");
        scene.start(scene.request(scene.generation(), more, wave("all", "rest")));
        assertThat(codeOf(claim(scene.players.get(0), at(12)))).isEqualTo("window_closed");
        assertThat(codeOf(claim(scene.players.get(0), at(25)))).isEqualTo("granted");
        assertThat(codeOf(claim(scene.players.get(1), at(30)))).isEqualTo("granted");
        calendar(scene, "FREEZE", "run=" + scene.run, local(at(29)), "P1D", "");
        assertThat(codeOf(claim(scene.players.get(2), at(31)))).isEqualTo("freeze");
    }

    @Test
    void the_way_back_asks_no_calendar() {
        var scene = new Scene(stage, port).with(2);
        var id = scene.start(scene.request(scene.generation(), "", wave("all", "rest")));
        scene.players.getFirst().play();
        scene.players.getLast().temper = Temper.SICK_OF_NEWS;
        calendar(scene, "FREEZE", "*", "2026-01-01T00:00", "P1D", ",\"rrule\":\"FREQ=DAILY\"");
        assertThat(codeOf(scene.players.getLast().claim())).isEqualTo("freeze");
        require(scene.say(id, "rollback"), 200);
        scene.playUntil(id, "ROLLED_BACK");
    }

    @Test
    void an_approver_overrides_with_a_reason_and_it_is_told_and_revoked() {
        var scene = new Scene(stage, port).with(2);
        var id = scene.start(scene.request(scene.generation(), schedule(nightly(scene, ""), ""), wave("all", "rest")));
        var path = "/api/v1/rollouts/" + id;
        assertThat(scene.api.post(path + "/override-calendars", "{}").pointer()).isEqualTo("/reason");
        require(scene.api.post(path + "/override-calendars", "{\"reason\":\"CVE\"}"), 200);
        require(scene.api.post(path + "/override-calendars", "{\"reason\":\"again\"}"), 200);
        assertThat(codeOf(claim(scene.players.get(0), at(12)))).isEqualTo("granted");
        require(scene.api.send("DELETE", path + "/override-calendars", "{\"reason\":\"over\"}"), 200);
        assertThat(codeOf(claim(scene.players.get(1), at(12)))).isEqualTo("window_closed");
        var told = stage.jdbc()
                .sql(
                        "select action || ' ' || actor || ' ' || reason from audit where subject = :s and action like '%calendars%' order by seq")
                .param("s", "rollouts/" + id)
                .query(String.class)
                .list();
        assertThat(told)
                .containsExactly(
                        "rollout.calendars.overridden token:admin CVE", "rollout.calendars.restored token:admin over");
    }

    @Test
    void a_rollout_that_is_over_has_no_calendars_to_override() {
        var scene = new Scene(stage, port).with(1);
        var id = scene.start(scene.request(scene.generation(), "", wave("all", "rest")));
        require(scene.say(id, "cancel"), 200);
        var refused = scene.api.post("/api/v1/rollouts/" + id + "/override-calendars", "{\"reason\":\"late\"}");
        assertThat(refused.code()).isEqualTo("verb_not_allowed");
    }

    @Test
    void a_calendar_that_a_rollout_names_cannot_be_deleted_before_it_is_over() {
        var scene = new Scene(stage, port).with(1);
        var window = nightly(scene, "");
        var id = scene.start(scene.request(scene.generation(), schedule(window, ""), wave("all", "rest")));
        var calendar = scene.get(id).at("/spec/calendars/0").asString();
        assertThat(scene.api.delete(CALENDARS + "/" + calendar).code()).isEqualTo("calendar_in_use");
        require(scene.say(id, "cancel"), 200);
        assertThat(scene.api.delete(CALENDARS + "/" + calendar).status()).isEqualTo(204);
    }

    private String freezeNow(Scene scene, String selector) {
        return calendar(scene, "FREEZE", selector, local(day.minus(Duration.ofDays(20))), "P30D", "");
    }

    @Test
    void a_rollout_that_only_a_freeze_keeps_waiting_names_its_end() {
        var scene = new Scene(stage, port).with(1);
        var freeze = freezeNow(scene, "");
        var id = scene.start(scene.request(scene.generation(), schedule(freeze, ""), wave("all", "rest")));
        var waitingFor = "freeze %s of UTC to end at %s".formatted(freeze, day.plus(Duration.ofDays(10)));
        assertThat(scene.get(id).get("waitingFor").asString()).isEqualTo(waitingFor);
        assertThat(scene.get(id).get("nextCheckAt").asString())
                .isEqualTo(day.plus(Duration.ofDays(10)).toString());
        var explained = scene.api.get("/api/v1/rollouts/" + id + "/explain").json();
        assertThat(explained.get("sentence").asString()).isEqualTo("ROLLING: it waits for " + waitingFor + ".");
        var host = scene.api.get("/api/v1/hosts/" + scene.host(0) + "/explain").json();
        assertThat(host.get("waitingFor").asString()).isEqualTo(waitingFor);
        assertThat(host.get("sentence").asString()).endsWith("it waits for " + waitingFor + ".");
    }

    @Test
    void an_override_is_shown_and_explained() {
        var scene = new Scene(stage, port).with(1);
        var id =
                scene.start(scene.request(scene.generation(), schedule(freezeNow(scene, ""), ""), wave("all", "rest")));
        require(scene.api.post("/api/v1/rollouts/" + id + "/override-calendars", "{\"reason\":\"CVE\"}"), 200);
        assertThat(scene.get(id).at("/calendarOverride/reason").asString()).isEqualTo("CVE");
        assertThat(scene.api
                        .get("/api/v1/rollouts?limit=1")
                        .json()
                        .at("/items/0/calendarOverride/actor")
                        .asString())
                .isEqualTo("token:admin");
        assertThat(scene.get(id).get("waitingFor").asString()).doesNotContain("freeze");
        assertThat(scene.api.get("/api/v1/rollouts/" + id + "/explain").body())
                .contains("overridden by token:admin: CVE");
    }

    @Test
    void a_rollout_of_which_one_host_may_move_does_not_wait_for_the_others_calendars() {
        var scene = new Scene(stage, port).with(1, Map.of("role", "db")).with(1, Map.of("role", "web"));
        freezeNow(scene, "run=%s,role=db".formatted(scene.run));
        var id = scene.start(scene.request(scene.generation(), "", wave("all", "rest")));
        assertThat(scene.get(id).get("waitingFor").asString()).startsWith("hosts of wave all");
        freezeNow(scene, "run=%s,role=web".formatted(scene.run));
        assertThat(scene.get(id).get("waitingFor").asString()).startsWith("freeze ");
    }

    @Test
    void a_preview_warns_of_a_window_that_opens_after_the_deadline_and_counts_it() {
        var scene = new Scene(stage, port).with(2);
        var window = calendar(scene, "WINDOW", "", local(at(22)), "PT4H", "");
        var soaking = wave("all", "rest").replace("PT0S", "PT1H");
        var request = scene.request(scene.generation(), schedule(window, ""), soaking);
        var plan = require(scene.api.post("/api/v1/rollouts/preview", request), 200);
        assertThat(plan.get("earliestFinish").asString()).isEqualTo(at(23).toString());
        assertThat(plan.get("lint").toString())
                .contains("hosts of wave all wait until %s, longer than its deadline of PT5M: Window %s of UTC"
                        .formatted(at(22), window));
    }

    @Test
    void a_plan_with_hosts_that_could_never_be_moved_is_refused() {
        var scene = new Scene(stage, port).with(1, Map.of("role", "db")).with(1, Map.of("role", "web"));
        nightly(scene, "run=%s,role=db".formatted(scene.run));
        var noon = calendar(scene, "WINDOW", "", "2026-01-01T12:00", "PT1H", ",\"rrule\":\"FREQ=DAILY\"");
        var request = scene.request(scene.generation(), schedule(noon, ""), wave("all", "rest"));
        var plan = require(scene.api.post("/api/v1/rollouts/preview", request), 200);
        assertThat(plan.get("earliestFinish").isNull()).isTrue();
        var refused = scene.draft(request);
        assertThat(refused.code()).isEqualTo("plan_not_runnable");
        assertThat(refused.json().at("/errors/0/message").asString())
                .startsWith("wave all has hosts that could never be moved");
    }
}
