package dev.breakwater.host;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts a token's uses in one statement each, so that the last use is granted once however many ask for it. */
@Repository
class EnrollmentUses {
    private final JdbcClient jdbc;
    private final Json json;

    EnrollmentUses(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    record Pass(UUID token, Map<String, String> labels) {}

    private record Used(UUID id, String labels) {}

    private record Refused(
            Instant expiresAt, int maxUses, @Nullable Instant revokedAt) {}

    Pass use(byte[] tokenHash, Instant now) {
        return jdbc.sql("""
                        update enrollment_tokens set uses = uses + 1
                        where token_hash = :hash and revoked_at is null and expires_at > :now and uses < max_uses
                        returning id, labels""")
                .param("hash", tokenHash)
                .param("now", Moments.utc(now))
                .query(Used.class)
                .optional()
                .map(used -> new Pass(used.id(), json.labels(used.labels())))
                .orElseThrow(() -> whyNot(tokenHash, now));
    }

    private EnrollmentRefused whyNot(byte[] tokenHash, Instant now) {
        return jdbc.sql("select expires_at, max_uses, revoked_at from enrollment_tokens where token_hash = :hash")
                .param("hash", tokenHash)
                .query(Refused.class)
                .optional()
                .map(token -> whyNot(token, now))
                .orElseGet(EnrollmentRefused::unknownToken);
    }

    private static EnrollmentRefused whyNot(Refused token, Instant now) {
        if (token.revokedAt() != null) {
            return EnrollmentRefused.revokedToken();
        }
        if (!token.expiresAt().isAfter(now)) {
            return EnrollmentRefused.expiredToken(token.expiresAt());
        }
        return EnrollmentRefused.usedUpToken(token.maxUses());
    }
}
