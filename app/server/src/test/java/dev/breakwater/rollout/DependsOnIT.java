package dev.breakwater.rollout;

import static dev.breakwater.rollout.Scene.require;
import static dev.breakwater.rollout.Scene.wave;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.BreakwaterIT;
import dev.breakwater.rollout.Scene.Stage;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@BreakwaterIT
class DependsOnIT {
    private static final String ONE_WAVE = wave("all", "rest");

    @LocalServerPort
    private int port;

    @Autowired
    private Stage stage;

    private Scene dev;
    private Scene prod;
    private String first;

    @BeforeEach
    void oneRolloutUnderWay() {
        dev = new Scene(stage, port).with(1);
        prod = new Scene(stage, port).with(1);
        first = dev.start(dev.request(dev.generation(), "", ONE_WAVE));
    }

    @Test
    void it_begins_as_soon_as_the_other_has_completed() {
        var second = prod.start(after(first, "PT0S"));
        assertThat(prod.phase(second)).isEqualTo("SCHEDULED");
        assertThat(prod.get(second).get("waitingFor").asString()).contains("what it depends on: " + dev.run + " is ");
        assertThat(prod.get(second).get("dependencies").get(0).get("rolloutId").asString())
                .isEqualTo(first);
        dev.playUntil(first, "COMPLETED");
        prod.await(second, "ROLLING");
    }

    @Test
    void it_waits_until_the_other_has_been_completed_for_long_enough() {
        var second = prod.start(after(first, "PT1H"));
        dev.playUntil(first, "COMPLETED");
        var explained =
                prod.api.get("/api/v1/rollouts/%s/explain".formatted(second)).json();
        assertThat(explained.get("sentence").asString()).contains("COMPLETED, for PT1H at ");
        stage.jdbc()
                .sql("update rollouts set finished_at = finished_at - interval '1 h' where id = ?")
                .param(UUID.fromString(first))
                .update();
        prod.playUntil(second, "COMPLETED");
    }

    @Test
    void a_person_decides_when_the_other_has_ended_otherwise() {
        var second = prod.start(after(first, "PT0S"));
        require(dev.say(first, "cancel"), 200);
        prod.await(second, "PAUSED");
        assertThat(prod.get(second).get("waitingFor").asString())
                .startsWith("a person to resume it without what it depends on, or to cancel it")
                .contains("CANCELLED");
        require(prod.say(second, "resume"), 200);
        assertThat(prod.phase(second)).isEqualTo("ROLLING");
    }

    @Test
    void only_rollouts_that_exist_and_may_yet_complete_can_be_waited_for_each_once() {
        assertThat(prod.draft(after(UUID.randomUUID().toString(), "PT0S")).pointer())
                .isEqualTo("/dependsOn/0/rolloutId");
        require(dev.say(first, "cancel"), 200);
        assertThat(prod.draft(after(first, "PT0S")).body()).contains("will never be completed");
        var other = dev.start(dev.request(dev.generation(), "", ONE_WAVE));
        var twice = "{\"rolloutId\":\"%s\"}".formatted(other);
        var request = prod.request(prod.generation(), "\"dependsOn\":[%s,%s],".formatted(twice, twice), ONE_WAVE);
        assertThat(prod.draft(request).pointer()).isEqualTo("/dependsOn/1/rolloutId");
        assertThat(prod.draft(after(other, "-PT1S")).pointer()).isEqualTo("/dependsOn/0/soak");
    }

    /** Whoever is named was there before, and neither an id nor what it depends on can be chosen or changed afterwards. */
    @Test
    void a_circle_cannot_be_drawn() {
        var second = prod.start(after(first, "PT0S"));
        var closing = "{\"dependsOn\":[{\"rolloutId\":\"%s\"}]}".formatted(second);
        for (var method : List.of("PATCH", "PUT")) {
            assertThat(dev.api
                            .with("If-Match", "*")
                            .send(method, "/api/v1/rollouts/" + first, closing)
                            .status())
                    .isEqualTo(405);
        }
        var foretold = UUID.randomUUID();
        assertThat(dev.draft(after(foretold.toString(), "PT0S")
                                .replaceFirst("\\{", "{\"id\":\"%s\",".formatted(foretold)))
                        .pointer())
                .isEqualTo("/id");
        assertThat(dev.say(dev.api, first, "pause", closing.substring(1, closing.length() - 1) + ",")
                        .pointer())
                .isEqualTo("/dependsOn");
        assertThat(dev.get(first).get("dependencies")).isEmpty();
    }

    private String after(String rollout, String soak) {
        var more = "\"dependsOn\":[{\"rolloutId\":\"%s\",\"soak\":\"%s\"}],".formatted(rollout, soak);
        return prod.request(prod.generation(), more, ONE_WAVE);
    }
}
