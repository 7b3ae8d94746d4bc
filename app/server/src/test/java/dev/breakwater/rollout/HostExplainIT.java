package dev.breakwater.rollout;

import static dev.breakwater.rollout.Scene.require;
import static dev.breakwater.rollout.Scene.wave;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.BreakwaterIT;
import dev.breakwater.rollout.Player.Temper;
import dev.breakwater.rollout.Scene.Stage;
import dev.breakwater.rollout.engine.Directive;
import dev.breakwater.rollout.engine.HostState;
import dev.breakwater.rollout.engine.Phase;
import dev.breakwater.rollout.engine.Phase.Ended;
import dev.breakwater.rollout.store.RolloutStore;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@BreakwaterIT
class HostExplainIT {
    private static final String WAVES = wave("canary", "1") + "," + wave("rest", "rest");
    private static final List<String> STORED =
            List.of("PENDING", "CLAIMED", "SETTLED", "FAILED", "SILENT", "ROLLED_BACK", "SKIPPED");

    @LocalServerPort
    private int port;

    @Autowired
    private Stage stage;

    @Autowired
    private RolloutStore rollouts;

    @Autowired
    private HostExplanations explanations;

    private Scene scene;
    private String generation;

    @BeforeEach
    void aFleet() {
        scene = new Scene(stage, port).with(2);
        generation = scene.generation();
    }

    /** In transactions that never commit, so that the engine does not find what is made up here. */
    @Test
    void what_is_stored_under_every_directive_in_every_phase_has_an_answer() {
        var id = UUID.fromString(scene.start(scene.request(generation, "", WAVES)));
        var seen = new TreeSet<String>();
        HostAnswerTest.phases()
                .filter(phase -> !(phase instanceof Phase.Draft))
                .forEach(phase -> stage.transactions().executeWithoutResult(transaction -> {
                    transaction.setRollbackOnly();
                    rollouts.move(id, phase, "because", stage.clock().instant());
                    for (var directive : Directive.values()) {
                        STORED.forEach(state -> seen.addAll(asked(id, phase, directive, state)));
                    }
                }));
        assertThat(seen).containsAll(Set.of("PENDING", "OFFERED", "CLAIMED", "SETTLED", "FAILED", "SILENT"));
        assertThat(seen).contains("ROLLING_BACK", "ROLLED_BACK", "SKIPPED", "DEFERRED", "HELD");
        assertThat(seen).hasSameSizeAs(HostState.values());
    }

    private Set<String> asked(UUID id, Phase phase, Directive directive, String state) {
        var host = scene.host(0);
        var seen = new TreeSet<String>();
        for (var way : List.of("plain", "deferred", "held")) {
            put(id, directive, state, way);
            var answer = explanations.explain(host);
            var derived = derived(id, host.value());
            seen.add(derived);
            assertThat(answer.sentence()).doesNotContain("null").endsWith(".");
            assertThat(answer.rules())
                    .isNotEmpty()
                    .allMatch(rule -> !rule.evidence().isBlank());
            var done = phase instanceof Ended
                    && Set.of("SETTLED", "ROLLED_BACK", "PENDING").contains(derived);
            assertThat(done || answer.waitingFor() != null)
                    .as("%s %s %s in %s", state, directive, way, phase)
                    .isTrue();
        }
        return seen;
    }

    private void put(UUID id, Directive directive, String state, String way) {
        var host = scene.host(0).value();
        var jdbc = stage.jdbc();
        jdbc.sql("update waves set directive = :directive where rollout_id = :id")
                .param("directive", directive.name())
                .param("id", id)
                .update();
        jdbc.sql("""
                update rollout_hosts set state = :state, reason = 'told so', touched = :state not in ('PENDING', 'SKIPPED'), deferred = :deferred
                where rollout_id = :id and host_id = :host
                """)
                .param("state", state)
                .param("deferred", way.equals("deferred"))
                .param("id", id)
                .param("host", host)
                .update();
        jdbc.sql("update hosts set hold_reason = :hold, hold_actor = :hold where id = :host")
                .param("hold", way.equals("held") ? "disk swap" : null)
                .param("host", host)
                .update();
    }

    private String derived(UUID id, UUID host) {
        return stage.jdbc()
                .sql("select state from rollout_host_states(:id, now()) where host_id = :host")
                .param("id", id)
                .param("host", host)
                .query(String.class)
                .single();
    }

    @Test
    void a_host_enrolled_after_the_plan_was_made_is_told_that_it_came_too_late() {
        scene.start(scene.request(generation, "", WAVES));
        scene.with(1);
        assertThat(explain(2).get("sentence").asString())
                .contains("leaves it out: it came to match its selector after it was planned");
        assertThat(explain(2).get("waitingFor").asString()).contains("a person");
    }

    @Test
    void a_host_that_the_plan_leaves_out_is_told_why() {
        change(0, "{\"hold\":{\"reason\":\"disk swap\"}}");
        scene.start(scene.request(generation, "", wave("all", "rest")));
        assertThat(explain(0).get("sentence").asString()).contains("leaves it out: it is held: disk swap");
    }

    @Test
    void a_host_whose_labels_have_left_the_selector_is_told_that_it_strayed() {
        scene.start(scene.request(generation, "", wave("all", "rest")));
        change(0, "{\"labels\":{\"run\":\"elsewhere\"}}");
        assertThat(explain(0).get("sentence").asString()).contains("labels have left the rollout's selector");
    }

    @Test
    void a_host_that_settled_on_something_quarantined_is_told_so() {
        var id = scene.start(scene.request(generation, "", wave("all", "rest")));
        scene.playUntil(id, "COMPLETED");
        assertThat(explain(0).get("waitingFor").isNull()).isTrue();
        require(
                scene.api.post("/api/v1/generations/%s/quarantine".formatted(generation), "{\"reason\":\"smoke\"}"),
                200);
        assertThat(explain(0).get("waitingFor").asString()).contains("release the quarantine");
        assertThat(explain(0).get("rules"))
                .anyMatch(rule -> rule.get("evidence").asString().contains("smoke"));
    }

    @Test
    void hosts_of_a_rollout_that_goes_back_say_what_they_wait_for() {
        var id = scene.start(scene.request(generation, "", WAVES));
        var sick = scene.of(id, 0).getFirst();
        sick.temper = Temper.SICK_OF_NEWS;
        sick.play();
        scene.await(id, "ROLLING_BACK");
        var answer = scene.api.get("/api/v1/hosts/" + sick.id + "/explain").json();
        assertThat(answer.get("sentence").asString()).contains("goes back to " + sick.base);
        assertThat(answer.get("waitingFor").asString()).contains("prove its last good generation");
        assertThat(answer.get("nextCheckAt").asString()).isNotBlank();
    }

    private void change(int host, String change) {
        var path = "/api/v1/hosts/" + scene.host(host);
        var revision = scene.api.get(path).json().get("revision").asLong();
        require(scene.api.with("If-Match", "\"%d\"".formatted(revision)).patch(path, change), 200);
    }

    private JsonNode explain(int host) {
        return require(scene.api.get("/api/v1/hosts/" + scene.host(host) + "/explain"), 200);
    }
}
