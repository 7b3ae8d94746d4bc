package dev.breakwater.identity;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a program signs in with. Only the hash of the secret is kept. */
@Entity
@Table(name = "api_tokens")
class ApiToken {
    @Id
    private UUID id;

    private String name;
    private byte[] tokenHash;

    @Enumerated(EnumType.STRING)
    private Role role;

    private Instant createdAt;
    private String createdBy;
    private @Nullable Instant expiresAt;

    @Version
    private @Nullable Long revision;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected ApiToken() {}

    ApiToken(ApiTokenRequest request, byte[] tokenHash, String createdBy, Instant now) {
        this.id = Ids.next(now);
        this.name = request.name();
        this.tokenHash = tokenHash;
        this.role = request.role();
        this.createdAt = now;
        this.createdBy = createdBy;
        this.expiresAt = request.expiresAt(now);
    }

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    byte[] tokenHash() {
        return tokenHash.clone();
    }

    Role role() {
        return role;
    }

    Instant createdAt() {
        return createdAt;
    }

    String createdBy() {
        return createdBy;
    }

    @Nullable
    Instant expiresAt() {
        return expiresAt;
    }

    long revision() {
        return revision == null ? 0 : revision;
    }
}
