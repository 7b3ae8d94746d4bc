package dev.breakwater.generation;

import dev.breakwater.host.Selector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
        var refs = new ArrayList<String>(1);
        var named = byName.get(host.name());
        if (named != null) {
            refs.add(named);
        }
        bySelector.stream()
                .filter(artifact -> artifact.selector().matches(host.labels()))
                .forEach(artifact -> refs.add(artifact.ref()));
        return switch (refs.size()) {
            case 0 -> new Resolution.None();
            case 1 -> new Resolution.One(refs.getFirst());
            default -> new Resolution.Several(refs);
        };
    }
}
