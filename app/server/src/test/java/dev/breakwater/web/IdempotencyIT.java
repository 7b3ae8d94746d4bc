package dev.breakwater.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.Api;
import dev.breakwater.BreakwaterIT;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@BreakwaterIT
class IdempotencyIT {
    private static final String USERS = "/api/v1/users";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void a_repeated_request_gets_the_answer_of_the_first() {
        var api = keyed(newKey());
        var first = api.post(USERS, user("once"));
        var again = api.post(USERS, user("once"));
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void a_key_stands_for_one_request_only() {
        var api = keyed(newKey());
        api.post(USERS, user("same-key"));
        var other = api.post(USERS, user("other-body"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("idempotency_key_reused");
    }

    @Test
    void a_refused_request_may_be_tried_again_under_its_key() {
        var key = newKey();
        keyed(newKey()).post(USERS, user("in-the-way"));
        assertThat(keyed(key).post(USERS, user("in-the-way")).status()).isEqualTo(409);
        assertThat(keyed(key).post(USERS, user("out-of-the-way")).status()).isEqualTo(201);
    }

    @Test
    void a_key_whose_first_request_is_not_answered_yet_has_to_wait() {
        var key = newKey();
        var body = user("waiting");
        keyed(key).post(USERS, body);
        jdbc.sql("update idempotency_keys set status = null where key = ?")
                .param(key)
                .update();
        var answer = keyed(key).post(USERS, body);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("idempotency_key_in_flight");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
    }

    @Test
    void an_answer_that_showed_a_secret_is_not_kept() {
        var key = newKey();
        var body = "{\"name\":\"kept\",\"role\":\"VIEWER\"}";
        var first = keyed(key).post("/api/v1/api-tokens", body);
        var again = keyed(key).post("/api/v1/api-tokens", body);
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.code()).isEqualTo("secret_shown_once");
        assertThat(jdbc.sql("select count(*) from idempotency_keys where key = ? and body is null")
                        .param(key)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_key_taken_by_a_server_that_died_is_free_again_after_five_minutes() {
        var key = newKey();
        keyed(key).post(USERS, user("before-the-crash"));
        jdbc.sql("update idempotency_keys set status = null, created_at = created_at - interval '6 min' where key = ?")
                .param(key)
                .update();
        assertThat(keyed(key).post(USERS, user("after-the-crash")).status()).isEqualTo(201);
    }

    @Test
    void a_bad_body_is_still_refused_under_a_key() {
        assertThat(keyed(newKey()).post(USERS, "{").code()).isEqualTo("unreadable_json");
        assertThat(keyed("x".repeat(201)).post(USERS, "{}").pointer()).isEqualTo("Idempotency-Key");
    }

    private Api keyed(String key) {
        return Api.admin(port).with("Idempotency-Key", key);
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    private static String user(String name) {
        return "{\"name\":\"%s\",\"password\":\"correct horse battery\",\"role\":\"VIEWER\"}".formatted(name);
    }
}
