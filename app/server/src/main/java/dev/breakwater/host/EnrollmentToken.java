package dev.breakwater.host;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Lets a number of hosts in, for a while, under labels of its own. Its uses are counted by {@link EnrollmentUses} alone. */
@Entity
@Table(name = "enrollment_tokens")
class EnrollmentToken {
    @Id
    private UUID id;

    @Column(updatable = false)
    private byte[] tokenHash;

    @Column(updatable = false)
    private String description;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private Map<String, String> labels;

    @Column(updatable = false)
    private Instant expiresAt;

    @Column(updatable = false)
    private int maxUses;

    @Column(insertable = false, updatable = false)
    private int uses;

    @Column(updatable = false)
    private Instant createdAt;

    @Column(updatable = false)
    private String createdBy;

    private @Nullable Instant revokedAt;

    @Version
    private @Nullable Long revision;

    @SuppressWarnings("NullAway.Init")
    protected EnrollmentToken() {}

    EnrollmentToken(UUID id, byte[] tokenHash, NewEnrollmentToken wanted, Instant createdAt, String createdBy) {
        this.id = id;
        this.tokenHash = tokenHash;
        this.description = wanted.description();
        this.labels = wanted.labels();
        this.expiresAt = createdAt.plus(wanted.expiresIn());
        this.maxUses = wanted.maxUses();
        this.createdAt = createdAt;
        this.createdBy = createdBy;
    }

    UUID id() {
        return id;
    }

    String description() {
        return description;
    }

    boolean isRevoked() {
        return revokedAt != null;
    }

    void revoke(Instant now) {
        revokedAt = now;
    }

    EnrollmentTokenView view() {
        return new EnrollmentTokenView(
                id,
                description,
                labels,
                expiresAt,
                maxUses,
                uses,
                createdAt,
                createdBy,
                revision == null ? 0 : revision);
    }
}
