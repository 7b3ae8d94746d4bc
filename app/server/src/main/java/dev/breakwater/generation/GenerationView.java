package dev.breakwater.generation;

import dev.breakwater.host.Platform;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A generation as the API shows it: with its first artifacts when it is read alone, with their count in lists too. */
@Schema(name = "Generation")
record GenerationView(
        UUID id,
        String name,
        Platform platform,
        NewGeneration.@Nullable Source source,
        List<Artifact> artifacts,
        int artifactCount,
        @Nullable Quarantined quarantined,
        @Nullable String notes,
        Rollback rollback,
        Instant createdAt,
        String createdBy,
        long revision) {

    /** The newest quarantine that stands; its selector is empty when it is for every host. */
    @Schema(name = "Quarantine")
    record Quarantined(
            String reason,
            Instant at,
            String selector,
            @Nullable UUID rolloutId,
            String actor) {}

    static GenerationView of(
            RegisteredGeneration generation,
            List<Artifact> artifacts,
            int artifactCount,
            @Nullable Quarantined quarantined) {
        return new GenerationView(
                generation.id().value(),
                generation.name(),
                generation.platform(),
                generation.source(),
                artifacts,
                artifactCount,
                quarantined,
                generation.notes(),
                generation.rollback(),
                generation.createdAt(),
                generation.createdBy(),
                generation.revision());
    }
}
