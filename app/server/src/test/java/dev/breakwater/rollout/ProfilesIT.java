package dev.breakwater.rollout;

import static dev.breakwater.rollout.Scene.require;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.Api;
import dev.breakwater.BreakwaterIT;
import dev.breakwater.host.Fleet;
import dev.breakwater.rollout.Scene.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@BreakwaterIT
class ProfilesIT {
    private static final String PROFILES = "/api/v1/profiles";
    private static final String WAVES = "\"waves\":[{\"name\":\"all\",\"size\":\"rest\",\"soak\":\"PT%dM\"}]";

    @LocalServerPort
    private int port;

    @Autowired
    private Stage stage;

    private Api api;
    private String name;

    @BeforeEach
    void someName() {
        api = Api.admin(port);
        name = Fleet.unique("p").toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9-]", "-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"canary", "slow", "fast", "emergency"})
    void what_is_built_in_begins_with_a_canary_and_stays(String profile) {
        var waves = require(api.get(PROFILES + "/" + profile), 200).get("waves");
        assertThat(waves.get(0).get("name").asString()).isEqualTo("canary");
        assertThat(waves.get(waves.size() - 1).get("size").asString()).isEqualTo("rest");
        assertThat(api.send("DELETE", PROFILES + "/" + profile, null).code()).isEqualTo("profile_built_in");
    }

    @Test
    void every_change_is_a_version_and_a_rollout_says_which_it_used() {
        create(5);
        var scene = new Scene(stage, port).with(2);
        assertThat(api.send("PATCH", PROFILES + "/" + name, body(7)).status()).isEqualTo(428);
        assertThat(api.with("If-Match", "\"9\"")
                        .send("PATCH", PROFILES + "/" + name, body(7))
                        .status())
                .isEqualTo(412);
        var revision = api.get(PROFILES + "/" + name).json().get("revision").asLong();
        var changed = require(
                api.with("If-Match", "\"" + revision + "\"").send("PATCH", PROFILES + "/" + name, body(7)), 200);
        assertThat(changed.get("version").asInt()).isEqualTo(2);
        var generation = scene.generation();
        assertThat(soak(scene, generation, name)).isEqualTo("PT7M " + name + "@2");
        assertThat(soak(scene, generation, name + "@1")).isEqualTo("PT5M " + name + "@1");
        assertThat(require(api.get(PROFILES + "/" + name + "/versions"), 200).get("items"))
                .hasSize(2);
    }

    @Test
    void a_profile_that_was_deleted_goes_on_counting_its_versions() {
        create(5);
        require(api.send("PUT", PROFILES + "/" + name, body(6)), 200);
        assertThat(api.send("DELETE", PROFILES + "/" + name, null).status()).isEqualTo(204);
        assertThat(api.get(PROFILES + "/" + name).status()).isEqualTo(404);
        assertThat(create(5).get("version").asInt()).isEqualTo(3);
    }

    @Test
    void what_is_built_in_can_be_changed_and_reset() {
        var before = require(api.get(PROFILES + "/fast"), 200);
        require(api.send("PUT", PROFILES + "/fast", body(9)), 200);
        var after = require(api.post(PROFILES + "/fast/reset", "{}"), 200);
        assertThat(after.get("waves")).isEqualTo(before.get("waves"));
        assertThat(after.get("version").asInt()).isEqualTo(before.get("version").asInt() + 2);
        create(5);
        assertThat(api.post(PROFILES + "/" + name + "/reset", "{}").code()).isEqualTo("profile_not_built_in");
    }

    @Test
    void what_no_request_could_say_is_refused_by_its_field() {
        assertThat(api.post(PROFILES, "{\"name\":\"" + name + "\",\"waves\":[{\"name\":\"a\",\"size\":\"many\"}]}")
                        .pointer())
                .isEqualTo("/waves/0/size");
        assertThat(api.post(PROFILES, "{\"name\":\"Not This\"," + WAVES.formatted(1) + "}")
                        .pointer())
                .isEqualTo("/name");
        create(5);
        assertThat(api.post(PROFILES, "{\"name\":\"" + name + "\"," + WAVES.formatted(1) + "}")
                        .code())
                .isEqualTo("profile_name_taken");
        var scene = new Scene(stage, port).with(1);
        assertThat(scene.draft(request(scene, scene.generation(), "nobody-knows"))
                        .pointer())
                .isEqualTo("/profile");
    }

    private tools.jackson.databind.JsonNode create(int minutes) {
        return require(api.post(PROFILES, "{\"name\":\"" + name + "\"," + WAVES.formatted(minutes) + "}"), 201);
    }

    private static String body(int minutes) {
        return "{" + WAVES.formatted(minutes) + "}";
    }

    private String soak(Scene scene, String generation, String profile) {
        var id = require(scene.draft(request(scene, generation, profile)), 201)
                .get("id")
                .asString();
        return stage.jdbc()
                .sql(
                        "select (spec -> 'waves' -> 0 ->> 'soak') || ' ' || (spec ->> 'profile') from rollouts where id = cast(:id as uuid)")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private static String request(Scene scene, String generation, String profile) {
        return "{\"name\":\"%s\",\"generationId\":\"%s\",\"selector\":\"run=%s\",\"profile\":\"%s\"}"
                .formatted(scene.run, generation, scene.run, profile);
    }
}
