package dev.breakwater.generation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Resolves the hosts of one plan, however many. Artifacts for selectors are read once; those for named hosts a batch at a time, and only
 * where the generation has any.
 */
public final class Resolving {
    private final Resolver common;
    private final Names names;

    /** The refs of those of these hosts that have artifacts of their own. */
    interface Names {
        Map<String, String> refs(Collection<String> hostNames);
    }

    Resolving(List<Artifact> common, Names names) {
        this.common = new Resolver(common);
        this.names = names;
    }

    public Map<String, String> named(Collection<String> hostNames) {
        return names.refs(hostNames);
    }

    public List<String> bySelector(Map<String, String> labels) {
        return common.bySelector(labels);
    }

    public static Resolution of(@Nullable String named, List<String> bySelector) {
        return Resolver.of(named, bySelector);
    }
}
