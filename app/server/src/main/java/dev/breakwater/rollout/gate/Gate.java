package dev.breakwater.rollout.gate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A gate as defined. Rollouts keep a copy of their own, so that a change concerns those drafted later. */
@Entity
@Table(name = "gates")
class Gate {
    @Id
    private UUID id;

    private String name;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private GateType type;

    @JdbcTypeCode(SqlTypes.JSON)
    private GateConfig config;

    /** Sealed. */
    private @Nullable String secret;

    private boolean dryRun;

    @Enumerated(EnumType.STRING)
    private NoDataPolicy onNoData;

    private int intervalSeconds;
    private int timeoutSeconds;
    private int consecutiveErrors;

    @Column(updatable = false)
    private Instant createdAt;

    @Column(updatable = false)
    private String createdBy;

    @Version
    private @Nullable Long revision;

    @SuppressWarnings("NullAway.Init")
    protected Gate() {}

    Gate(UUID id, Terms terms, Instant createdAt, String createdBy) {
        this.id = id;
        this.name = terms.name();
        this.type = terms.type();
        this.config = terms.config();
        this.dryRun = terms.dryRun();
        this.onNoData = terms.onNoData();
        this.intervalSeconds = (int) terms.interval().toSeconds();
        this.timeoutSeconds = (int) terms.timeout().toSeconds();
        this.consecutiveErrors = terms.consecutiveErrors();
        this.createdAt = createdAt;
        this.createdBy = createdBy;
    }

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    Terms terms() {
        return new Terms(
                name,
                type,
                config,
                dryRun,
                onNoData,
                Duration.ofSeconds(intervalSeconds),
                Duration.ofSeconds(timeoutSeconds),
                consecutiveErrors);
    }

    Definition definition() {
        var terms = terms();
        return new Definition(
                name,
                type,
                config,
                secret,
                dryRun,
                new Definition.Patience(onNoData, terms.interval(), terms.timeout(), consecutiveErrors));
    }

    void change(Terms terms) {
        this.name = terms.name();
        this.config = terms.config();
        this.dryRun = terms.dryRun();
        this.onNoData = terms.onNoData();
        this.intervalSeconds = (int) terms.interval().toSeconds();
        this.timeoutSeconds = (int) terms.timeout().toSeconds();
        this.consecutiveErrors = terms.consecutiveErrors();
    }

    void keep(@Nullable String sealedSecret) {
        this.secret = sealedSecret;
    }

    long revision() {
        return revision == null ? 0 : revision;
    }

    GateView view() {
        return new GateView(
                id,
                name,
                type,
                config,
                secret != null,
                dryRun,
                onNoData,
                Duration.ofSeconds(intervalSeconds),
                Duration.ofSeconds(timeoutSeconds),
                consecutiveErrors,
                createdAt,
                createdBy,
                revision());
    }
}
