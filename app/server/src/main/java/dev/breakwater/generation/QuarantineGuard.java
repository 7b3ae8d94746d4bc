package dev.breakwater.generation;

import java.util.Collection;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What must not be offered, and to whom. The one guard that every request to move a host passes, whoever makes it: a rollout when it is
 * planned, retried and claimed today. A quarantined generation's refs are barred under whatever other generation they come.
 */
@Component
public class QuarantineGuard {
    private final Quarantines quarantines;

    QuarantineGuard(Quarantines quarantines) {
        this.quarantines = quarantines;
    }

    /** All that stands against a generation, and against any of these refs. Asks once, whatever the number of hosts. */
    @Transactional(readOnly = true)
    public Bars of(GenerationId generation, Collection<String> refs) {
        return new Bars(quarantines.barring(generation, refs));
    }
}
