package dev.breakwater.generation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What must not be offered, and to whom. The one guard that every request to move a host passes, whoever makes it: a rollout when it is
 * planned, decided, retried and claimed today. A quarantined generation's refs are barred under whatever other generation they come.
 */
@Component
public class QuarantineGuard {
    private static final int KINSHIPS_MAX = 10_000;

    private final Quarantines quarantines;
    private final ConcurrentHashMap<Pair, Boolean> kinships = new ConcurrentHashMap<>();

    QuarantineGuard(Quarantines quarantines) {
        this.quarantines = quarantines;
    }

    private record Pair(UUID one, UUID other) {}

    /** All that stands against a generation, and against any of these refs. Asks once, whatever the number of hosts. */
    @Transactional(readOnly = true)
    public Bars of(GenerationId generation, Collection<String> refs) {
        return new Bars(quarantines.barring(generation.value(), refs));
    }

    /** All that stands against any of these refs, whatever generation they are offered or run as. */
    @Transactional(readOnly = true)
    public Bars of(Collection<String> refs) {
        return new Bars(quarantines.barring(null, refs));
    }

    /** Imposed then or later, and in force. */
    @Transactional(readOnly = true)
    public List<Bars.Standing> since(Instant since) {
        return quarantines.standingSince(since);
    }

    /** Whether the quarantine is against this generation, or against another that has one of its refs. */
    @Transactional(readOnly = true)
    public boolean touches(Bars.Standing quarantine, GenerationId generation) {
        return quarantine.generationId().equals(generation.value())
                || areKin(new Pair(quarantine.generationId(), generation.value()));
    }

    /** Remembered, since what a generation has never changes. */
    private boolean areKin(Pair pair) {
        var known = kinships.get(pair);
        if (known != null) {
            return known;
        }
        var share = quarantines.shareRefs(pair.one(), pair.other());
        if (kinships.size() >= KINSHIPS_MAX) {
            kinships.clear();
        }
        kinships.put(pair, share);
        return share;
    }
}
