package dev.breakwater.generation;

import dev.breakwater.host.Selector;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Quarantines that stand against something that is to be offered. */
public record Bars(List<Bar> bars) {
    public Bars {
        bars = List.copyOf(bars);
    }

    /** The first that keeps this ref from a host with these labels. */
    public Optional<Bar> barring(String ref, Map<String, String> labels) {
        return bars.stream()
                .filter(bar -> bar.ref() == null || bar.ref().equals(ref))
                .filter(bar -> bar.selector().matches(labels))
                .findFirst();
    }

    /** {@code ref}: null where all of what was asked about is barred. */
    public record Bar(String generation, @Nullable String ref, Selector selector, String reason) {
        public String sentence() {
            var whom = selector.equals(Selector.ALL) ? "every host" : "hosts of " + selector;
            return ref == null
                    ? "Generation %s is quarantined for %s: %s.".formatted(generation, whom, reason)
                    : "%s belongs to generation %s, which is quarantined for %s: %s."
                            .formatted(ref, generation, whom, reason);
        }
    }
}
