package dev.breakwater.generation;

import dev.breakwater.host.Selector;
import dev.breakwater.identity.Actors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Quarantine and release by people. */
@Service
class Quarantining {
    private final Generations generations;

    Quarantining(Generations generations) {
        this.generations = generations;
    }

    @Transactional
    public void quarantine(GenerationId id, Verdict verdict, @Nullable String ifMatch) {
        verdict.check();
        var selector = verdict.parsedSelector();
        generations.requireRevision(id, ifMatch);
        generations.quarantine(
                id,
                selector == null ? Selector.ALL : selector,
                verdict.reason(),
                null,
                Actors.current().name());
    }

    @Transactional
    public void release(GenerationId id, Verdict verdict, @Nullable String ifMatch) {
        verdict.check();
        var selector = verdict.parsedSelector();
        generations.requireRevision(id, ifMatch);
        generations.release(id, selector, verdict.reason(), Actors.current().name());
    }
}
