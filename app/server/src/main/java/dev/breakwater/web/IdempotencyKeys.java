package dev.breakwater.web;

import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The answers given under each actor's keys. Every statement commits by itself: other replicas must see a key at once. */
@Repository
class IdempotencyKeys {
    /** A key taken by a server that died is free again after this long. */
    private static final Duration ABANDONED = Duration.ofMinutes(5);

    static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient jdbc;

    IdempotencyKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Key(String actor, String text, String requestHash) {}

    /** Without status the answer is not there yet; without body it showed a secret and was not kept. */
    record Kept(
            String requestHash,
            @Nullable Integer status,
            @Nullable String headers,
            @Nullable String body) {}

    boolean take(Key key, Instant now) {
        return jdbc.sql("""
                        insert into idempotency_keys (actor, key, request_hash, created_at)
                        values (:actor, :key, decode(:request, 'hex'), :now)
                        on conflict (actor, key) do update
                        set request_hash = excluded.request_hash, created_at = excluded.created_at,
                            status = null, headers = null, body = null
                        where (idempotency_keys.status is null and idempotency_keys.created_at < :abandoned)
                           or idempotency_keys.created_at < :expired
                        """)
                        .param("actor", key.actor())
                        .param("key", key.text())
                        .param("request", key.requestHash())
                        .param("now", utc(now))
                        .param("abandoned", utc(now.minus(ABANDONED)))
                        .param("expired", utc(now.minus(KEPT)))
                        .update()
                == 1;
    }

    Optional<Kept> find(Key key) {
        return jdbc.sql("""
                        select encode(request_hash, 'hex') as request_hash, status, headers, convert_from(body, 'UTF8') as body from idempotency_keys
                        where actor = :actor and key = :key
                        """)
                .param("actor", key.actor())
                .param("key", key.text())
                .query(Kept.class)
                .optional();
    }

    void keep(Key key, int status, String headers, @Nullable String body) {
        jdbc.sql("""
                update idempotency_keys set status = :status, headers = :headers::jsonb, body = convert_to(:body, 'UTF8')
                where actor = :actor and key = :key
                """)
                .param("actor", key.actor())
                .param("key", key.text())
                .param("status", status)
                .param("headers", headers)
                .param("body", body, Types.VARCHAR)
                .update();
    }

    /** Nothing was done under it, so it may be tried again. */
    void release(Key key) {
        jdbc.sql("delete from idempotency_keys where actor = :actor and key = :key and status is null")
                .param("actor", key.actor())
                .param("key", key.text())
                .update();
    }

    int forget(Instant before) {
        return jdbc.sql("delete from idempotency_keys where created_at < :before")
                .param("before", utc(before))
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
