package dev.breakwater.generation;

import dev.breakwater.host.Selector;
import dev.breakwater.identity.Ids;
import dev.breakwater.web.Revisions;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The catalogue's entrance for other modules. */
@Component
@Transactional
public class Generations {
    private final GenerationRepository generations;
    private final ArtifactStore artifacts;
    private final Quarantines quarantines;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Generations(
            GenerationRepository generations,
            ArtifactStore artifacts,
            Quarantines quarantines,
            ApplicationEventPublisher events,
            Clock clock) {
        this.generations = generations;
        this.artifacts = artifacts;
        this.quarantines = quarantines;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Generation> find(GenerationId id) {
        return generations
                .findById(id.value())
                .map(it -> new Generation(it.id(), it.name(), it.platform(), it.rollback()));
    }

    /** Whose artifacts hosts of a plan get, however many they are. */
    @Transactional(readOnly = true)
    public Resolving resolving(GenerationId id) {
        var common = artifacts.forSelectors(id);
        return new Resolving(common, artifacts.namesHosts(id) ? names -> artifacts.named(id, names) : _ -> Map.of());
    }

    /** Must not be offered to hosts of the selector until released. Standing already: changes nothing. */
    public void quarantine(GenerationId id, Selector selector, String reason, @Nullable UUID rolloutId, String actor) {
        var now = clock.instant();
        var quarantine = new Quarantines.Quarantine(
                Ids.next(now), id.value(), selector.toString(), reason, rolloutId, actor, now);
        if (quarantines.insert(quarantine)) {
            quarantines.nextRevision(id);
            var whom = selector.equals(Selector.ALL) ? "every host" : "hosts of " + selector;
            var message = "%s is quarantined for %s".formatted(name(id), whom);
            events.publishEvent(
                    new GenerationChanged(now, "generation.quarantined", id, actor, reason, message, rolloutId));
        }
    }

    /** Lifts the quarantine of a selector, or, naming none, every one. Nothing stands: changes nothing. */
    public void release(GenerationId id, @Nullable Selector selector, String reason, String actor) {
        var now = clock.instant();
        if (quarantines.release(id, selector == null ? null : selector.toString(), reason, actor, now) > 0) {
            quarantines.nextRevision(id);
            var message = "%s may be offered again".formatted(name(id));
            events.publishEvent(new GenerationChanged(now, "generation.released", id, actor, reason, message, null));
        }
    }

    /** To be called before a change in the same transaction: 404 when absent, 412 when changed since the caller read it. */
    void requireRevision(GenerationId id, @Nullable String ifMatch) {
        Revisions.allow(ifMatch, quarantines.lockRevision(id));
    }

    private String name(GenerationId id) {
        return find(id).map(Generation::name).orElseThrow(() -> new GenerationNotFound(id));
    }
}
