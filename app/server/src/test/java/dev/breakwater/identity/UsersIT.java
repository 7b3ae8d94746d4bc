package dev.breakwater.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.Api;
import dev.breakwater.BreakwaterIT;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@BreakwaterIT
class UsersIT {
    private static final String USERS = "/api/v1/users";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Accounts accounts;

    @Autowired
    private TransactionTemplate transactions;

    @Test
    void a_new_user_has_a_place_and_a_revision() {
        var answer = Api.admin(port).post(USERS, Users.body("ada", "OPERATOR"));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("ETag")).isEqualTo("\"0\"");
        assertThat(Api.admin(port).get(answer.header("Location")).body()).isEqualTo(answer.body());
    }

    @Test
    void a_password_is_kept_only_as_a_slow_hash() {
        Users.create(port, "hashed", "VIEWER");
        assertThat(jdbc.sql("select password_hash from operators where name = 'hashed'")
                        .query(String.class)
                        .single())
                .startsWith("{bcrypt}");
    }

    @Test
    void a_name_belongs_to_one_user() {
        Users.create(port, "twin", "VIEWER");
        var second = Api.admin(port).post(USERS, Users.body("twin", "VIEWER"));
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.code()).isEqualTo("name_taken");
    }

    @Test
    void a_short_password_is_refused_by_name() {
        var answer = Api.admin(port).post(USERS, "{\"name\":\"hasty\",\"password\":\"short\",\"role\":\"VIEWER\"}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.pointer()).isEqualTo("/password");
    }

    @Test
    void a_change_must_name_the_revision_it_was_made_from() {
        var user = USERS + "/" + Users.create(port, "changing", "VIEWER");
        var change = "{\"role\":\"APPROVER\"}";
        assertThat(Api.admin(port).patch(user, change).status()).isEqualTo(428);
        var first = Api.admin(port).with("If-Match", "\"0\"").patch(user, change);
        assertThat(first.json().path("role").asString()).isEqualTo("APPROVER");
        assertThat(first.header("ETag")).isEqualTo("\"1\"");
        assertThat(Api.admin(port).with("If-Match", "\"0\"").patch(user, change).status())
                .isEqualTo(412);
    }

    @Test
    void the_last_admin_stays() {
        var id = jdbc.sql("select id from operators where name = 'admin'")
                .query(String.class)
                .single();
        var others = jdbc.sql("select count(*) from operators where role = 'ADMIN'")
                .query(Long.class)
                .single();
        assertThat(others).isEqualTo(1);
        var answer = Api.admin(port).delete(USERS + "/" + id);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("last_admin");
    }

    @Test
    void while_an_admin_leaves_no_other_can() {
        var leaver = UUID.fromString(Users.create(port, "leaver", "ADMIN"));
        transactions.executeWithoutResult(leaving -> {
            accounts.delete(leaver, null);
            var other = CompletableFuture.supplyAsync(
                    () -> jdbc.sql("select id from operators where role = 'ADMIN' for update nowait")
                            .query(UUID.class)
                            .list());
            assertThat(other)
                    .failsWithin(Duration.ofSeconds(30))
                    .withThrowableThat()
                    .withMessageContaining("could not obtain lock");
            leaving.setRollbackOnly();
        });
    }

    @Test
    void users_are_listed_by_name_page_by_page() {
        Users.create(port, "zz-one", "VIEWER");
        Users.create(port, "zz-two", "VIEWER");
        var first = Api.admin(port).get(USERS + "?limit=1").json();
        var second = Api.admin(port)
                .get(USERS + "?limit=1&cursor=" + first.path("next").asString())
                .json();
        assertThat(second.at("/items/0/name").asString())
                .isGreaterThan(first.at("/items/0/name").asString());
    }
}
