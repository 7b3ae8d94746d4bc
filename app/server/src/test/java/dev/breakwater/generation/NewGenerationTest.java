package dev.breakwater.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.breakwater.host.Platform;
import dev.breakwater.web.ProblemException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NewGenerationTest {
    private static final String REF = "ab".repeat(32);
    private static final Artifact ALL = new Artifact(null, null, REF);

    @Test
    void artifacts_or_agents_are_given_never_both_nor_neither() {
        assertRefusedAt("/artifacts", new NewGeneration("r", Platform.OSTREE, null, null, null, null, null));
        assertRefusedAt(
                "/artifacts",
                new NewGeneration("r", Platform.OSTREE, null, null, List.of(ALL), Map.of("a", REF), null));
    }

    @Test
    void at_least_one_artifact_is_needed() {
        assertRefusedAt("/artifacts", of());
        assertRefusedAt("/agents", new NewGeneration("r", Platform.OSTREE, null, null, null, Map.of(), null));
    }

    @Test
    void a_name_is_needed_without_control_characters() {
        assertRefusedAt("/name", new NewGeneration(" ", Platform.OSTREE, null, null, List.of(ALL), null, null));
        assertRefusedAt("/name", new NewGeneration("a\u0007", Platform.OSTREE, null, null, List.of(ALL), null, null));
        assertRefusedAt(
                "/name", new NewGeneration("a".repeat(201), Platform.OSTREE, null, null, List.of(ALL), null, null));
    }

    @Test
    void no_audience_has_two_artifacts() {
        assertRefusedAt("/artifacts/1", of(ALL, new Artifact(null, "", REF)));
        assertRefusedAt("/artifacts/1", of(new Artifact("a", null, REF), new Artifact("a", null, REF)));
        assertRefusedAt(
                "/artifacts/1", of(new Artifact(null, "x in (b,a)", REF), new Artifact(null, "x in (a, b)", REF)));
    }

    @Test
    void an_artifact_names_a_host_or_a_selector_and_a_ref() {
        assertRefusedAt("/artifacts/0", of(new Artifact("a", "b=c", REF)));
        assertRefusedAt("/artifacts/0", of(new Artifact(" ", null, REF)));
        assertRefusedAt("/artifacts/0/ref", of(new Artifact("a", null, null)));
        assertRefusedAt("/artifacts/0/selector", of(new Artifact(null, "a in", REF)));
        assertRefusedAt(
                "/artifacts/0",
                new NewGeneration("r", Platform.OSTREE, null, null, Collections.singletonList(null), null, null));
    }

    @Test
    void more_selectors_than_planning_can_match_are_refused() {
        var many = new Artifact[NewGeneration.MOST_SELECTORS + 1];
        Arrays.setAll(many, i -> new Artifact(null, "n=" + i, REF));
        assertRefusedAt("/artifacts", of(many));
    }

    @Test
    void an_empty_selector_means_all() {
        assertThat(of(new Artifact(null, " ", REF)).checked()).containsExactly(ALL);
    }

    private static NewGeneration of(Artifact... artifacts) {
        return new NewGeneration("r", Platform.OSTREE, null, null, List.of(artifacts), null, null);
    }

    private static void assertRefusedAt(String pointer, NewGeneration wanted) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(wanted::checked)
                .satisfies(refused ->
                        assertThat(refused.errors().getFirst().pointer()).isEqualTo(pointer));
    }
}
