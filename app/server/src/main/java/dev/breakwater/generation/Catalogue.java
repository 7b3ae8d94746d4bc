package dev.breakwater.generation;

import dev.breakwater.identity.Actors;
import dev.breakwater.identity.Ids;
import dev.breakwater.web.Cursor;
import dev.breakwater.web.Limit;
import dev.breakwater.web.Page;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registering generations and reading them. */
@Service
class Catalogue {
    private static final String LIST = "generations";
    private static final UUID LAST = new UUID(-1, -1);

    private final GenerationRepository generations;
    private final ArtifactStore artifacts;
    private final Quarantines quarantines;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Catalogue(
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

    @Transactional
    public GenerationView register(NewGeneration wanted) {
        var checked = wanted.checked();
        var now = clock.instant();
        var actor = Actors.current().name();
        var generation = save(new RegisteredGeneration(Ids.next(now), wanted, now, actor), wanted);
        artifacts.insert(generation.id(), checked);
        var message = "Generation %s was registered for %s"
                .formatted(wanted.name(), wanted.platform().wire());
        events.publishEvent(
                new GenerationChanged(now, "generation.registered", generation.id(), actor, null, message, null));
        return view(generation);
    }

    private RegisteredGeneration save(RegisteredGeneration generation, NewGeneration wanted) {
        try {
            return generations.saveAndFlush(generation);
        } catch (DataIntegrityViolationException _) {
            throw new GenerationNameTaken(wanted);
        }
    }

    @Transactional(readOnly = true)
    public GenerationView get(GenerationId id) {
        return view(find(id));
    }

    @Transactional(readOnly = true)
    public Page<GenerationView> list(Limit limit, @Nullable String cursor) {
        var before = Cursor.parse(LIST, 1, cursor).map(it -> it.uuid(0)).orElse(LAST);
        var rows = generations.findByIdLessThanOrderByIdDesc(
                before, org.springframework.data.domain.Limit.of(limit.plusOne()));
        var ids = rows.stream().map(row -> row.id().value()).toList();
        var counts = artifacts.count(ids);
        var standing = quarantines.newestStanding(ids);
        return Page.of(rows, limit, row -> Cursor.of(LIST, row.id()))
                .map(row -> GenerationView.of(
                        row, List.of(), counts.getOrDefault(row.id().value(), 0), quarantined(standing, row.id())));
    }

    @Transactional(readOnly = true)
    public Page<Artifact> listArtifacts(GenerationId id, Limit limit, @Nullable String cursor) {
        find(id);
        var list = "artifacts of " + id;
        var after = Cursor.parse(list, 1, cursor).map(it -> it.number(0)).orElse(0L);
        return Page.of(artifacts.list(id, after, limit), limit, row -> Cursor.of(list, row.ordinal()))
                .map(ArtifactStore.Numbered::artifact);
    }

    private RegisteredGeneration find(GenerationId id) {
        return generations.findById(id.value()).orElseThrow(() -> new GenerationNotFound(id));
    }

    private GenerationView view(RegisteredGeneration generation) {
        var id = generation.id();
        var first = listArtifacts(id, new Limit(Limit.MAX), null).items();
        var count = artifacts.count(List.of(id.value())).getOrDefault(id.value(), 0);
        return GenerationView.of(
                generation, first, count, quarantined(quarantines.newestStanding(List.of(id.value())), id));
    }

    private static GenerationView.@Nullable Quarantined quarantined(
            Map<UUID, Quarantines.Quarantine> standing, GenerationId id) {
        var quarantine = standing.get(id.value());
        return quarantine == null ? null : quarantine.view();
    }
}
