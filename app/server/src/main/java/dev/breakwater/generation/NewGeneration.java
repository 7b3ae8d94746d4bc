package dev.breakwater.generation;

import dev.breakwater.host.Platform;
import dev.breakwater.host.Selector;
import dev.breakwater.web.Violations;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /generations}; {@code agents} is the shape of a Cachix Deploy specification. */
record NewGeneration(
        String name,
        Platform platform,
        @Nullable Source source,
        @Nullable String notes,
        @Nullable List<Artifact> artifacts,
        @Nullable Map<String, String> agents,
        @Nullable Rollback rollback) {
    static final int MOST_ARTIFACTS = 200_000;
    /** Every host is matched against each of these. */
    static final int MOST_SELECTORS = 1_000;

    record Source(@Nullable String revision, @Nullable String url) {}

    /** The artifacts in either shape, checked, with selectors in canonical form. */
    List<Artifact> checked() {
        var violations = new Violations()
                .text(name, 200, "/name")
                .check(platform != null, "/platform", "is required")
                .optionalText(notes, 10_000, "/notes")
                .optionalText(source == null ? null : source.revision(), 200, "/source/revision")
                .optionalText(source == null ? null : source.url(), 2_000, "/source/url")
                .check((artifacts == null) != (agents == null), "/artifacts", "give either artifacts or agents");
        violations.raise();
        return agents == null ? fromArtifacts(artifacts == null ? List.of() : artifacts) : fromAgents(agents);
    }

    private List<Artifact> fromAgents(Map<String, String> byHost) {
        requireCount(byHost.size(), "/agents");
        var checked = new ArrayList<Artifact>(byHost.size());
        byHost.forEach((host, ref) -> checked.add(checked(
                new Artifact(host, null, ref),
                "/agents/" + host.replace("~", "~0").replace("/", "~1"),
                "")));
        return checked;
    }

    private List<Artifact> fromArtifacts(List<Artifact> given) {
        requireCount(given.size(), "/artifacts");
        var audiences = new HashSet<String>();
        var checked = new ArrayList<Artifact>(given.size());
        for (var i = 0; i < given.size(); i++) {
            var pointer = "/artifacts/" + i;
            var artifact = given.get(i);
            new Violations()
                    .check(artifact != null, pointer, "must be an object")
                    .raise();
            var one = checked(artifact, pointer, "/ref");
            new Violations()
                    .check(audiences.add(one.audience()), pointer, "is the second artifact for " + one.audience())
                    .raise();
            checked.add(one);
        }
        requireFewSelectors(checked);
        return checked;
    }

    private Artifact checked(Artifact artifact, String pointer, String refField) {
        new Violations()
                .check(artifact.ref() != null, pointer + refField, "is required")
                .check(
                        artifact.host() == null || artifact.selector() == null,
                        pointer,
                        "names a host or a selector, not both")
                .check(artifact.host() == null || !artifact.host().isBlank(), pointer, "names no host")
                .optionalText(artifact.host(), 253, pointer)
                .raise();
        platform.requireRef(artifact.ref(), pointer + refField);
        if (artifact.selector() == null) {
            return artifact;
        }
        var selector =
                Selector.parse(artifact.selector(), pointer + "/selector").toString();
        return new Artifact(null, selector.isEmpty() ? null : selector, artifact.ref());
    }

    private static void requireCount(int count, String pointer) {
        new Violations()
                .check(count > 0, pointer, "needs at least one")
                .check(count <= MOST_ARTIFACTS, pointer, "at most " + MOST_ARTIFACTS)
                .raise();
    }

    private static void requireFewSelectors(List<Artifact> artifacts) {
        var selectors =
                artifacts.stream().filter(artifact -> artifact.host() == null).count();
        new Violations()
                .check(selectors <= MOST_SELECTORS, "/artifacts", "at most " + MOST_SELECTORS + " that name no host")
                .raise();
    }
}
