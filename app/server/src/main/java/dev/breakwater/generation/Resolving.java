package dev.breakwater.generation;

import dev.breakwater.host.Selector;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the artifacts that are for hosts, however many. Those for selectors are read and parsed once; those for named hosts a batch at a
 * time, and only where the generation has any.
 */
public final class Resolving {
    private final List<ForSelector> common;
    private final Names names;

    private record ForSelector(Selector selector, String ref) {
        static ForSelector of(Artifact artifact) {
            var selector = artifact.selector();
            return new ForSelector(selector == null ? Selector.ALL : Selector.parse(selector), artifact.ref());
        }
    }

    /** The refs of those of these hosts that have artifacts of their own. */
    interface Names {
        Map<String, String> refs(Collection<String> hostNames);
    }

    Resolving(List<Artifact> common, Names names) {
        this.common = common.stream().map(ForSelector::of).toList();
        this.names = names;
    }

    public Map<String, String> named(Collection<String> hostNames) {
        return names.refs(hostNames);
    }

    /** The refs for whoever has these labels. */
    public List<String> bySelector(Map<String, String> labels) {
        return common.stream()
                .filter(artifact -> artifact.selector().matches(labels))
                .map(ForSelector::ref)
                .toList();
    }

    /** A named artifact and one for everybody are two, not one. */
    public static Resolution of(@Nullable String named, List<String> bySelector) {
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
