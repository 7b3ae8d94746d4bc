package dev.breakwater.identity;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Sees to it, before the first request is served, that somebody can sign in: the operator {@code admin} and a token of the
 * same role. What the environment names replaces what is stored; what it does not name is generated once. Replicas may
 * start together: the first to insert wins, and a file is written only by the winner.
 */
@Component
class FirstOperator implements InitializingBean {
    static final String NAME = "admin";

    private final JdbcClient jdbc;
    private final Passwords passwords;
    private final AdminSecrets secrets;
    private final TransactionOperations transactions;
    private final Clock clock;

    FirstOperator(
            JdbcClient jdbc,
            Passwords passwords,
            AdminSecrets secrets,
            TransactionOperations transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.secrets = secrets;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() {
        transactions.executeWithoutResult(_ -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtext('first operator'))")
                    .query()
                    .singleRow();
            password();
            token();
        });
    }

    private void password() {
        var stored = jdbc.sql("select password_hash from operators where name = ?")
                .param(NAME)
                .query(String.class)
                .optional();
        var password = secrets.password(stored.isPresent());
        if (password == null || (stored.isPresent() && passwords.match(password, stored.get()))) {
            return;
        }
        jdbc.sql("""
                insert into operators (id, name, password_hash, role, created_at) values (?, ?, ?, 'ADMIN', ?)
                on conflict (name) do update
                set password_hash = excluded.password_hash, role = 'ADMIN', revision = operators.revision + 1
                """)
                .params(Ids.next(clock.instant()), NAME, passwords.hash(password), now())
                .update();
    }

    private void token() {
        var issued = jdbc.sql("select count(*) from api_tokens where name = ? and created_by = 'breakwater'")
                        .param(NAME)
                        .query(Long.class)
                        .single()
                > 0;
        var token = secrets.token(issued);
        if (token == null) {
            return;
        }
        jdbc.sql("delete from api_tokens where name = ? and created_by = 'breakwater' and token_hash <> ?")
                .params(NAME, Secrets.sha256(token))
                .update();
        jdbc.sql("""
                insert into api_tokens (id, name, token_hash, role, created_at, created_by)
                values (?, ?, ?, 'ADMIN', ?, 'breakwater')
                on conflict (token_hash) do nothing
                """)
                .params(Ids.next(clock.instant()), NAME, Secrets.sha256(token), now())
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
