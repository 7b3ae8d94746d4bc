package dev.breakwater.generation;

import dev.breakwater.host.Selector;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
    public record Bar(Standing quarantine, @Nullable String ref) {
        public Selector selector() {
            return quarantine.selector();
        }

        public String sentence() {
            return ref == null ? quarantine.sentence() : "%s belongs to it. %s".formatted(ref, quarantine.sentence());
        }
    }

    /** A quarantine in force. */
    public record Standing(
            UUID id, UUID generationId, String generation, Selector selector, String reason, String actor, Instant at) {
        public String sentence() {
            var whom = selector.equals(Selector.ALL) ? "every host" : "hosts of " + selector;
            return "Generation %s is quarantined for %s by %s: %s.".formatted(generation, whom, actor, reason);
        }
    }
}
