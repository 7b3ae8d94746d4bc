package dev.breakwater.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.BreakwaterIT;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Each case is rolled back: the other tests sign in with what is stored. */
@BreakwaterIT
class FirstOperatorIT {
    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Credentials credentials;

    @Autowired
    private Passwords passwords;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private Clock clock;

    @Test
    void another_token_in_the_environment_replaces_the_old_one() {
        undone(() -> {
            start("a password", "another token");
            assertThat(credentials.byTokenHash(Secrets.sha256("another token"), clock.instant()))
                    .isPresent();
            assertThat(credentials.byTokenHash(Secrets.sha256(BreakwaterIT.ADMIN_TOKEN), clock.instant()))
                    .isEmpty();
        });
    }

    @Test
    void another_password_in_the_environment_replaces_the_old_one() {
        undone(() -> {
            start("another password", BreakwaterIT.ADMIN_TOKEN);
            var hash = credentials.byName("admin").orElseThrow().passwordHash();
            assertThat(passwords.match("another password", hash)).isTrue();
            assertThat(passwords.match(BreakwaterIT.ADMIN_PASSWORD, hash)).isFalse();
        });
    }

    @Test
    void a_second_start_changes_nothing() {
        undone(() -> {
            var before = credentials.byName("admin").orElseThrow();
            start(BreakwaterIT.ADMIN_PASSWORD, BreakwaterIT.ADMIN_TOKEN);
            assertThat(credentials.byName("admin")).contains(before);
        });
    }

    @Test
    void an_admin_who_was_demoted_is_admin_again_when_the_environment_names_a_password() {
        undone(() -> {
            jdbc.sql("update operators set role = 'VIEWER' where name = 'admin'")
                    .update();
            start("yet another password", BreakwaterIT.ADMIN_TOKEN);
            assertThat(credentials.byName("admin").orElseThrow().role()).isEqualTo(Role.ADMIN);
        });
    }

    private void start(String password, String token) {
        var properties =
                new IdentityProperties(Path.of("target/nowhere"), new IdentityProperties.Admin(password, token), null);
        new FirstOperator(jdbc, passwords, new AdminSecrets(properties), transactions, clock).afterPropertiesSet();
    }

    private void undone(Runnable test) {
        transactions.executeWithoutResult(transaction -> {
            transaction.setRollbackOnly();
            test.run();
        });
    }
}
