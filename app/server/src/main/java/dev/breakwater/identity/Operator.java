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

/** A person who signs in. */
@Entity
@Table(name = "operators")
class Operator {
    @Id
    private UUID id;

    private String name;
    private String passwordHash;

    @Enumerated(EnumType.STRING)
    private Role role;

    private Instant createdAt;

    @Version
    private @Nullable Long revision;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected Operator() {}

    Operator(String name, String passwordHash, Role role, Instant now) {
        this.id = Ids.next(now);
        this.name = name;
        this.passwordHash = passwordHash;
        this.role = role;
        this.createdAt = now;
    }

    void changePassword(String hash) {
        passwordHash = hash;
    }

    void become(Role newRole) {
        role = newRole;
    }

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    String passwordHash() {
        return passwordHash;
    }

    Role role() {
        return role;
    }

    Instant createdAt() {
        return createdAt;
    }

    long revision() {
        return revision == null ? 0 : revision;
    }
}
