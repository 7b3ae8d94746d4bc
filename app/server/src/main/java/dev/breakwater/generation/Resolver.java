package dev.breakwater.generation;

import dev.breakwater.host.Selector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the artifacts that are for a host. Selectors are parsed once. */
final class Resolver {
    private final Map<String, String> byName = new HashMap<>();
    private final List<ForSelector> bySelector = new ArrayList<>();

    private record ForSelector(Selector selector, String ref) {}

    Resolver(List<Artifact> artifacts) {
        for (var artifact : artifacts) {
            if (artifact.host() != null) {
                byName.put(artifact.host(), artifact.ref());
            } else {
                var selector = artifact.selector() == null ? Selector.ALL : Selector.parse(artifact.selector());
                bySelector.add(new ForSelector(selector, artifact.ref()));
            }
        }
    }

    Resolution resolve(HostForPlan host) {
        return of(byName.get(host.name()), bySelector(host.labels()));
    }

    /** The refs for whoever has these labels. */
    List<String> bySelector(Map<String, String> labels) {
        return bySelector.stream()
                .filter(artifact -> artifact.selector().matches(labels))
                .map(ForSelector::ref)
                .toList();
    }

    /** A named artifact and one for everybody are two, not one. */
    static Resolution of(@Nullable String named, List<String> bySelector) {
        var refs = new ArrayList<String>(1);
        if (named != null) {
            refs.add(named);
        }
        refs.addAll(bySelector);
        return switch (refs.size()) {
            case 0 -> new Resolution.None();
            case 1 -> new Resolution.One(refs.getFirst());
            default -> new Resolution.Several(refs);
        };
    }
}
