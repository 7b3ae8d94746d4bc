package dev.breakwater.rollout;

import static dev.breakwater.rollout.AtOnce.atOnce;
import static dev.breakwater.rollout.AtOnce.codeOf;
import static dev.breakwater.rollout.Scene.wave;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.BreakwaterIT;
import dev.breakwater.host.Fleet;
import dev.breakwater.rollout.ClaimAnswer.NotNow;
import dev.breakwater.rollout.Player.Temper;
import dev.breakwater.rollout.Scene.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Failure domains are named after their test's run, so that no other test's hosts are in them. */
@BreakwaterIT
@ExtendWith(LawAbiding.class)
class RationsIT {
    @LocalServerPort
    private int port;

    @Autowired
    private Stage stage;

    @Test
    void sixty_four_claimers_of_several_rollouts_share_their_domains_and_never_one_too_many() throws Exception {
        var scenes = List.of(scene(22, 3), scene(21, 3), scene(21, 3));
        var ids = scenes.stream().map(scene -> start(scene, perDomain("2"))).toList();
        var tasks = new ArrayList<Callable<ClaimAnswer>>();
        scenes.forEach(scene -> scene.players.forEach(player -> tasks.add(player::claim)));
        atOnce(tasks);
        assertThat(tasks).hasSize(64);
        for (var site : List.of("a", "b", "c")) {
            assertThat(claimed(site)).isEqualTo(2);
        }
        assertThat(ids.stream()
                        .mapToInt(id -> scenes.getFirst().count(id, 0, "claimed"))
                        .sum())
                .isEqualTo(6);
    }

    @Test
    void the_limit_holds_while_hosts_settle_and_others_take_their_places() throws Exception {
        var scenes = List.of(scene(8, 2), scene(8, 2));
        var ids = scenes.stream().map(scene -> start(scene, perDomain("1"))).toList();
        var players = scenes.stream().flatMap(scene -> scene.players.stream()).toList();
        for (var round = 0;
                round < 40
                        && ids.stream()
                                .anyMatch(id -> !scenes.getFirst().phase(id).equals("COMPLETED"));
                round++) {
            atOnce(players.stream()
                    .<Callable<ClaimAnswer>>map(player -> player::claim)
                    .toList());
            assertThat(claimed("a")).isLessThanOrEqualTo(1);
            assertThat(claimed("b")).isLessThanOrEqualTo(1);
            players.forEach(Player::play);
        }
        ids.forEach(id -> scenes.getFirst().await(id, "COMPLETED"));
    }

    @Test
    void a_host_that_is_down_by_itself_uses_its_domain_up_although_no_rollout_knows_it() {
        var stranger = scene(1, 1);
        stranger.away(stranger.players);
        var scene = scene(2, 1);
        start(scene, perDomain("1"));
        var answer = scene.players.getFirst().claim();
        assertThat(codeOf(answer)).isEqualTo("max_unavailable_per_domain");
        assertThat(((NotNow) answer).why()).contains("site=" + run("a")).contains("1 are down");
    }

    @Test
    void a_host_that_failed_goes_on_using_its_domain_up_until_it_is_well() {
        var scene = scene(3, 1);
        var id = start(scene, perDomain("1"));
        var sick = scene.players.getFirst();
        sick.temper = Temper.SICK_OF_NEWS;
        sick.play();
        assertThat(scene.count(id, 0, "failed")).isEqualTo(1);
        assertThat(codeOf(scene.players.get(1).claim())).isEqualTo("max_unavailable_per_domain");
    }

    @Test
    void hosts_of_the_selector_that_another_rollout_moves_count() {
        var scene = scene(4, 1);
        var other = stage.jdbc();
        var first = scene.players.getFirst();
        other.sql("update hosts set labels = labels || '{\"part\":\"one\"}' where id = :id")
                .param("id", first.id.value())
                .update();
        var generation = scene.generation();
        scene.start(scene.request(generation, "", wave("all", "rest"))
                .replace("\"run=" + scene.run + "\"", "\"run=%s,part=one\"".formatted(scene.run)));
        assertThat(codeOf(first.claim())).isEqualTo("granted");
        scene.start(
                scene.request(generation, "\"maxUnavailable\":\"1\",\"overlap\":\"EXCLUDE\",", wave("all", "rest")));
        assertThat(codeOf(scene.players.get(1).claim())).isEqualTo("max_unavailable");
        first.play();
        assertThat(codeOf(scene.players.get(1).claim())).isEqualTo("granted");
    }

    @Test
    void no_more_hosts_start_in_a_minute_than_the_rate_allows() throws Exception {
        var scene = scene(16, 1);
        var id = start(scene, "\"startRate\":\"5/min\",");
        atOnce(IntStream.range(0, 2)
                .boxed()
                .flatMap(_ -> scene.players.stream())
                .<Callable<ClaimAnswer>>map(player -> player::claim)
                .toList());
        assertThat(scene.count(id, 0, "claimed")).isEqualTo(5);
        var waiting = scene.players.stream()
                .map(Player::claim)
                .filter(NotNow.class::isInstance)
                .map(NotNow.class::cast)
                .toList();
        assertThat(waiting).hasSize(11).allSatisfy(refusal -> {
            assertThat(refusal.code()).isEqualTo("start_rate");
            assertThat(refusal.retryAfter()).isBetween(Duration.ofSeconds(40), Duration.ofSeconds(81));
        });
    }

    @Test
    void when_the_minute_is_over_the_next_may_start() {
        var scene = scene(3, 1);
        var id = start(scene, "\"startRate\":\"2/min\",");
        scene.players
                .subList(0, 2)
                .forEach(player -> assertThat(codeOf(player.claim())).isEqualTo("granted"));
        assertThat(codeOf(scene.players.get(2).claim())).isEqualTo("start_rate");
        stage.jdbc()
                .sql("update start_slots set at = at - interval '61 s' where rollout_id = :id and slot = 0")
                .param("id", UUID.fromString(id))
                .update();
        assertThat(codeOf(scene.players.get(2).claim())).isEqualTo("granted");
    }

    @Test
    void a_host_and_its_rollout_say_which_limit_keeps_them_waiting() {
        var stranger = scene(1, 1);
        stranger.away(stranger.players);
        var scene = scene(2, 1);
        var id = start(scene, perDomain("1"));
        var host = scene.players.getFirst();
        var before =
                scene.api.get("/api/v1/hosts/%s/explain".formatted(host.id)).json();
        assertThat(before.get("waitingFor").asString()).contains("1 are down, 1 may be unavailable");
        scene.players.forEach(Player::claim);
        var rollout = scene.api.get("/api/v1/rollouts/%s/explain".formatted(id)).json();
        assertThat(rollout.get("sentence").asString())
                .contains("all 2 that could move now are kept waiting: 2 by max_unavailable_per_domain.");
    }

    @Test
    void a_rollout_whose_room_is_used_up_by_hosts_that_stay_down_waits_for_a_person() {
        var scene = scene(3, 1);
        var id = start(scene, "\"maxUnavailable\":\"1\",");
        var sick = scene.players.getFirst();
        sick.temper = Temper.SICK_OF_NEWS;
        sick.play();
        scene.players.subList(1, 3).forEach(Player::claim);
        var waitsFor = scene.api.get("/api/v1/rollouts/" + id).json().get("waitingFor");
        assertThat(waitsFor.asString())
                .contains("all 2 that could move now are kept waiting: 2 by max_unavailable")
                .contains("0 are moving and 1 are down, 1 may be unavailable: a person to repair what is down");
        var listed = scene.api.get("/api/v1/rollouts").json().get("items").valueStream();
        assertThat(listed.filter(each -> each.get("id").asString().equals(id)))
                .extracting(each -> each.get("waitingFor"))
                .containsExactly(waitsFor);
    }

    @Test
    void a_rollout_whose_failure_domain_is_used_up_by_hosts_that_are_down_waits_for_a_person() {
        var stranger = scene(1, 1);
        stranger.away(stranger.players);
        var scene = scene(2, 1);
        var id = start(scene, perDomain("1"));
        scene.players.forEach(Player::claim);
        var waitsFor = scene.api.get("/api/v1/rollouts/" + id).json().get("waitingFor");
        assertThat(waitsFor.asString())
                .contains("Of 3 hosts of site=%s 0 are moving and 1 are down, 1 may be unavailable".formatted(run("a")))
                .contains("a person to repair what is down");
    }

    @Test
    void a_rollout_whose_failure_domain_is_full_of_hosts_that_move_waits_for_them_alone() {
        var other = scene(1, 1);
        start(other, perDomain("1"));
        other.players.forEach(Player::claim);
        var scene = scene(2, 1);
        var id = start(scene, perDomain("1"));
        scene.players.forEach(Player::claim);
        var waitsFor = scene.api.get("/api/v1/rollouts/" + id).json().get("waitingFor");
        assertThat(waitsFor.asString())
                .contains("kept waiting: 2 by max_unavailable_per_domain")
                .doesNotContain("a person");
    }

    @Test
    void explaining_grants_nothing() {
        var scene = scene(1, 1);
        var id = start(scene, perDomain("1"));
        var sentence = scene.api
                .get("/api/v1/hosts/%s/explain".formatted(scene.host(0)))
                .json()
                .get("sentence")
                .asString();
        assertThat(sentence).contains("its claim would be granted");
        assertThat(scene.count(id, 0, "claimed")).isZero();
    }

    private final String runs = Fleet.unique("site");

    private String run(String site) {
        return runs + site;
    }

    /** Hosts dealt to so many sites. */
    private Scene scene(int hosts, int sites) {
        var scene = new Scene(stage, port);
        for (var site = 0; site < sites; site++) {
            var share = hosts / sites + (site < hosts % sites ? 1 : 0);
            scene.with(share, Map.of("site", run("abc".substring(site, site + 1))));
        }
        return scene;
    }

    private static String perDomain(String limit) {
        return "\"spreadBy\":[\"site\"],\"maxUnavailablePerDomain\":\"%s\",".formatted(limit);
    }

    private static String start(Scene scene, String more) {
        var wave = wave("all", "rest").replace("\"maxFailed\":\"0\"", "\"maxFailed\":\"2\"");
        return scene.start(scene.request(scene.generation(), more, wave));
    }

    private int claimed(String site) {
        return stage.jdbc()
                .sql("""
                select count(*) from rollout_hosts rh join hosts h on h.id = rh.host_id
                where rh.state = 'CLAIMED' and rh.active and h.labels ->> 'site' = :site
                """)
                .param("site", run(site))
                .query(Integer.class)
                .single();
    }
}
