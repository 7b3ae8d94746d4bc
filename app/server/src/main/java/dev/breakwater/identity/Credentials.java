package dev.breakwater.identity;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Looks up who a credential belongs to: on every request, so one statement each and no entity. */
@Repository
class Credentials {
    private final JdbcClient jdbc;

    Credentials(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Account(UUID id, String name, String passwordHash, Role role) {
        Actor actor() {
            return new Actor(name, role);
        }
    }

    record Token(UUID id, String name, Role role) {
        /** Told apart from people: anyone may name a token after an operator. */
        Actor actor() {
            return new Actor("token:" + name, role);
        }
    }

    Optional<Account> byName(String name) {
        return jdbc.sql("select id, name, password_hash, role from operators where name = ?")
                .param(name)
                .query(Account.class)
                .optional();
    }

    Optional<Account> byId(UUID id) {
        return jdbc.sql("select id, name, password_hash, role from operators where id = ?")
                .param(id)
                .query(Account.class)
                .optional();
    }

    Optional<Token> byTokenHash(byte[] hash, Instant now) {
        return jdbc.sql("""
                        select id, name, role from api_tokens
                        where token_hash = ? and (expires_at is null or expires_at > ?)
                        """)
                .params(hash, OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .query(Token.class)
                .optional();
    }

    boolean tokenStands(UUID id, Instant now) {
        return jdbc.sql("select count(*) from api_tokens where id = ? and (expires_at is null or expires_at > ?)")
                        .params(id, OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                        .query(Long.class)
                        .single()
                > 0;
    }
}
