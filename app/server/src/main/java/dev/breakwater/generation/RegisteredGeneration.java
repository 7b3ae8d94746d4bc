package dev.breakwater.generation;

import dev.breakwater.host.Platform;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A generation as registered, which never changes; its revision counts its quarantines and releases. */
@Entity
@Table(name = "generations")
class RegisteredGeneration {
    @Id
    private UUID id;

    @Column(updatable = false)
    private String name;

    @Column(updatable = false)
    @Convert(converter = PlatformColumn.class)
    private Platform platform;

    @Column(updatable = false)
    private @Nullable String sourceRevision;

    @Column(updatable = false)
    private @Nullable String sourceUrl;

    @Column(updatable = false)
    private @Nullable String notes;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private Rollback rollback;

    @Column(updatable = false)
    private Instant createdAt;

    @Column(updatable = false)
    private String createdBy;

    @Version
    private @Nullable Long revision;

    @SuppressWarnings("NullAway.Init")
    protected RegisteredGeneration() {}

    RegisteredGeneration(UUID id, NewGeneration wanted, Instant createdAt, String createdBy) {
        this.id = id;
        this.name = wanted.name();
        this.platform = wanted.platform();
        this.sourceRevision = wanted.source() == null ? null : wanted.source().revision();
        this.sourceUrl = wanted.source() == null ? null : wanted.source().url();
        this.notes = wanted.notes();
        this.rollback = Objects.requireNonNullElse(wanted.rollback(), Rollback.ALLOWED);
        this.createdAt = createdAt;
        this.createdBy = createdBy;
    }

    GenerationId id() {
        return new GenerationId(id);
    }

    String name() {
        return name;
    }

    Platform platform() {
        return platform;
    }

    NewGeneration.@Nullable Source source() {
        return sourceRevision == null && sourceUrl == null ? null : new NewGeneration.Source(sourceRevision, sourceUrl);
    }

    @Nullable
    String notes() {
        return notes;
    }

    Rollback rollback() {
        return rollback;
    }

    Instant createdAt() {
        return createdAt;
    }

    String createdBy() {
        return createdBy;
    }

    long revision() {
        return revision == null ? 0 : revision;
    }
}
