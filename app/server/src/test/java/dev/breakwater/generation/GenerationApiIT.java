package dev.breakwater.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.Api;
import dev.breakwater.BreakwaterIT;
import dev.breakwater.host.Fleet;
import dev.breakwater.host.Selector;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@BreakwaterIT
class GenerationApiIT {
    private static final String GENERATIONS = "/api/v1/generations";

    @LocalServerPort
    private int port;

    @Autowired
    private Generations generations;

    @Autowired
    private QuarantineGuard guard;

    private Api api;
    private String name;

    @BeforeEach
    void begin() {
        api = Api.admin(port);
        name = Fleet.unique("release");
    }

    @Test
    void a_generation_is_registered_with_artifacts_for_hosts_selectors_or_all() {
        var registered = api.post(GENERATIONS, """
                {"name":"%s","platform":"nixos","source":{"revision":"4f2c1e","url":"https://git.example/fleet"},"notes":"first",
                 "artifacts":[{"host":"web-01","ref":"%s"},{"selector":"arch = aarch64","ref":"%s"}]}""".formatted(name, Fleet.storePath("a"), Fleet.storePath("b")));
        assertThat(registered.status()).isEqualTo(201);
        var shown = api.get(registered.header("Location")).json();
        assertThat(shown).isEqualTo(registered.json());
        assertThat(shown.at("/artifactCount").asInt()).isEqualTo(2);
        assertThat(shown.at("/artifacts/1/selector").asString()).isEqualTo("arch=aarch64");
        assertThat(shown.at("/quarantined").isNull()).isTrue();
        assertThat(shown.at("/source/revision").asString()).isEqualTo("4f2c1e");
    }

    @Test
    void the_shape_of_cachix_deploy_names_one_artifact_for_each_host() {
        var registered = api.post(GENERATIONS, """
                {"name":"%s","platform":"nixos","agents":{"web-01":"%s","web-02":"%s"}}""".formatted(name, Fleet.storePath("a"), Fleet.storePath("b")));
        assertThat(registered.json().at("/artifacts").toString())
                .isEqualTo("[{\"host\":\"web-01\",\"ref\":\"%s\"},{\"host\":\"web-02\",\"ref\":\"%s\"}]"
                        .formatted(Fleet.storePath("a"), Fleet.storePath("b")));
    }

    @Test
    void a_name_is_taken_once_for_each_platform() {
        assertThat(register("{\"ref\":\"%s\"}".formatted(Fleet.storePath("a")))).isNotNull();
        var again = api.post(GENERATIONS, body("{\"ref\":\"%s\"}".formatted(Fleet.storePath("a"))));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("generation_name_taken");
    }

    @Test
    void nothing_is_kept_of_a_generation_with_one_bad_ref_among_good_ones() {
        var refused = api.post(
                GENERATIONS,
                body("{\"host\":\"a\",\"ref\":\"%s\"},{\"host\":\"b\",\"ref\":\"latest\"}"
                        .formatted(Fleet.storePath("a"))));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("invalid_ref");
        assertThat(refused.pointer()).isEqualTo("/artifacts/1/ref");
        assertThat(api.get(GENERATIONS + "?limit=1000").body()).doesNotContain(name);
    }

    @Test
    void a_big_generation_shows_its_first_artifacts_and_pages_the_rest() {
        var artifacts = IntStream.range(0, 2500)
                .mapToObj(i -> "{\"host\":\"h%d\",\"ref\":\"%s\"}".formatted(i, Fleet.storePath("h" + i)))
                .collect(Collectors.joining(","));
        var id = register(artifacts);
        var shown = api.get(GENERATIONS + "/" + id).json();
        assertThat(shown.at("/artifacts").size()).isEqualTo(1000);
        assertThat(shown.at("/artifactCount").asInt()).isEqualTo(2500);
        var hosts = new HashSet<String>();
        var next = "";
        do {
            var page = api.get(
                            GENERATIONS + "/" + id + "/artifacts?limit=700" + (next.isEmpty() ? "" : "&cursor=" + next))
                    .json();
            page.at("/items")
                    .forEach(artifact -> assertThat(
                                    hosts.add(artifact.at("/host").asString()))
                            .isTrue());
            next = page.at("/next").asString("");
        } while (!next.isEmpty());
        assertThat(hosts).hasSize(2500);
    }

    @Test
    void the_list_is_newest_first_and_counts_artifacts() {
        var id = register("{\"ref\":\"%s\"}".formatted(Fleet.storePath("a")));
        var first = api.get(GENERATIONS + "?limit=1").json().at("/items/0");
        assertThat(first.at("/id").asString()).isEqualTo(id);
        assertThat(first.at("/artifactCount").asInt()).isEqualTo(1);
    }

    @Test
    void a_quarantine_stands_until_it_is_released_and_is_given_once() {
        var id = register("{\"ref\":\"%s\"}".formatted(Fleet.storePath("a")));
        var quarantined = api.post(GENERATIONS + "/" + id + "/quarantine", "{\"reason\":\"eats disks\"}");
        assertThat(quarantined.json().at("/quarantined/reason").asString()).isEqualTo("eats disks");
        assertThat(quarantined.json().at("/revision").asInt()).isEqualTo(1);
        var again = api.post(GENERATIONS + "/" + id + "/quarantine", "{\"reason\":\"eats more\"}");
        assertThat(again.json()).isEqualTo(quarantined.json());
        assertThat(isBarred(id, Map.of())).isTrue();
        var released = api.post(GENERATIONS + "/" + id + "/release", "{\"reason\":\"fixed the disks\"}");
        assertThat(released.json().at("/quarantined").isNull()).isTrue();
        assertThat(isBarred(id, Map.of())).isFalse();
    }

    @Test
    void a_quarantine_for_a_selector_concerns_its_hosts_only() {
        var id = register("{\"ref\":\"%s\"}".formatted(Fleet.storePath("a")));
        generations.quarantine(generation(id), Selector.parse("env=prod"), "failed", null, "breakwater");
        assertThat(isBarred(id, Map.of("env", "prod"))).isTrue();
        assertThat(isBarred(id, Map.of("env", "dev"))).isFalse();
    }

    @Test
    void generations_that_share_a_ref_share_its_quarantine() {
        var ref = Fleet.storePath("a");
        var id = register("{\"ref\":\"%s\"}".formatted(ref));
        var twin = generation(registerAnother("{\"ref\":\"%s\"}".formatted(ref)));
        var other = generation(registerAnother("{\"ref\":\"%s\"}".formatted(Fleet.storePath("b"))));
        generations.quarantine(generation(id), Selector.ALL, "failed", null, "breakwater");
        var standing = guard.since(Instant.EPOCH).stream()
                .filter(it -> it.generationId().toString().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(guard.touches(standing, twin)).isTrue();
        assertThat(guard.touches(standing, other)).isFalse();
        assertThat(guard.of(twin, List.of(ref)).barring(ref, Map.of())).isPresent();
        assertThat(guard.of(other, List.of(ref)).barring(Fleet.storePath("b"), Map.of()))
                .isEmpty();
    }

    private boolean isBarred(String id, Map<String, String> labels) {
        return guard.of(generation(id), List.of()).barring("", labels).isPresent();
    }

    @Test
    void a_verdict_needs_a_reason_and_the_revision_it_saw() {
        var id = register("{\"ref\":\"%s\"}".formatted(Fleet.storePath("a")));
        assertThat(api.post(GENERATIONS + "/" + id + "/quarantine", "{}").pointer())
                .isEqualTo("/reason");
        assertThat(api.with("If-Match", "\"9\"")
                        .post(GENERATIONS + "/" + id + "/quarantine", "{\"reason\":\"x\"}")
                        .status())
                .isEqualTo(412);
        assertThat(api.post(GENERATIONS + "/" + UUID.randomUUID() + "/release", "{\"reason\":\"x\"}")
                        .code())
                .isEqualTo("generation_not_found");
    }

    @Test
    void every_host_gets_one_artifact_none_or_several() {
        var id = register("{\"host\":\"web-01\",\"ref\":\"%s\"},{\"selector\":\"env=prod\",\"ref\":\"%s\"}"
                .formatted(Fleet.storePath("a"), Fleet.storePath("b")));
        var resolving = generations.resolving(generation(id));
        assertThat(resolve(resolving, "web-01", Map.of())).isEqualTo(new Resolution.One(Fleet.storePath("a")));
        assertThat(resolve(resolving, "web-02", Map.of("env", "prod")))
                .isEqualTo(new Resolution.One(Fleet.storePath("b")));
        assertThat(resolve(resolving, "web-01", Map.of("env", "prod")))
                .isEqualTo(new Resolution.Several(List.of(Fleet.storePath("a"), Fleet.storePath("b"))));
        assertThat(resolve(resolving, "web-03", Map.of())).isEqualTo(new Resolution.None());
    }

    private static Resolution resolve(Resolving resolving, String name, Map<String, String> labels) {
        return Resolving.of(resolving.named(List.of(name)).get(name), resolving.bySelector(labels));
    }

    private static GenerationId generation(String id) {
        return new GenerationId(UUID.fromString(id));
    }

    private String register(String artifacts) {
        return registered(body(artifacts));
    }

    private String registerAnother(String artifacts) {
        return registered(body(artifacts).replace(name, Fleet.unique("release")));
    }

    private String registered(String body) {
        var registered = api.post(GENERATIONS, body);
        assertThat(registered.status()).as(registered.body()).isEqualTo(201);
        return registered.json().at("/id").asString();
    }

    private String body(String artifacts) {
        return "{\"name\":\"%s\",\"platform\":\"nixos\",\"artifacts\":[%s]}".formatted(name, artifacts);
    }
}
