package dev.breakwater.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.Api;
import dev.breakwater.BreakwaterIT;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@BreakwaterIT
class SessionIT {
    private static final String SESSION = "/api/v1/session";
    private static final String ADMIN =
            "{\"name\":\"admin\",\"password\":\"%s\"}".formatted(BreakwaterIT.ADMIN_PASSWORD);

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void signing_in_gives_a_cookie_that_scripts_and_other_sites_cannot_use() {
        var answer = Api.anonymous(port).post(SESSION, ADMIN);
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Set-Cookie"))
                .startsWith("breakwater-session=")
                .contains("HttpOnly", "SameSite=Strict", "Path=/");
    }

    @Test
    void the_session_tells_who_is_signed_in() {
        var session = signedIn().get(SESSION).json();
        assertThat(session.path("name").asString()).isEqualTo("admin");
        assertThat(session.path("role").asString()).isEqualTo("ADMIN");
        assertThat(session.path("csrfToken").asString()).isNotBlank();
    }

    @Test
    void nobody_is_signed_in_at_first() {
        var answer = Api.anonymous(port).get(SESSION);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("unauthenticated");
    }

    @Test
    void a_wrong_password_is_refused_without_saying_what_was_wrong() {
        var wrong = Api.anonymous(port).post(SESSION, "{\"name\":\"admin\",\"password\":\"guess\"}");
        var unknown = Api.anonymous(port).post(SESSION, "{\"name\":\"nobody\",\"password\":\"guess\"}");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(unknown.body()).isEqualTo(wrong.body());
    }

    @Test
    void a_change_by_session_needs_the_csrf_token() {
        var refused = signedIn().delete(SESSION);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("csrf_token_required");
    }

    @Test
    void signing_out_ends_the_session() {
        var api = signedIn();
        var out = api.with("X-CSRF-TOKEN", csrfToken(api)).delete(SESSION);
        assertThat(out.status()).isEqualTo(204);
        assertThat(api.get(SESSION).status()).isEqualTo(401);
    }

    @Test
    void a_session_is_kept_in_the_database_so_that_a_restart_keeps_it() {
        var before = sessions();
        signedIn();
        assertThat(sessions()).isGreaterThan(before);
    }

    @Test
    void a_changed_password_ends_the_other_sessions_of_its_operator() {
        Users.create(port, "rotating", "OPERATOR");
        var here = signedIn("rotating", Users.PASSWORD);
        var there = signedIn("rotating", Users.PASSWORD);
        var change = "{\"current\":\"%s\",\"password\":\"another password\"}".formatted(Users.PASSWORD);
        assertThat(here.with("X-CSRF-TOKEN", csrfToken(here))
                        .put(SESSION + "/password", change)
                        .status())
                .isEqualTo(204);
        assertThat(here.get(SESSION).status()).isEqualTo(200);
        assertThat(there.get(SESSION).status()).isEqualTo(401);
    }

    @Test
    void a_deleted_operator_is_signed_out_at_once() {
        var id = Users.create(port, "leaving", "VIEWER");
        var api = signedIn("leaving", Users.PASSWORD);
        assertThat(api.get(SESSION).status()).isEqualTo(200);
        Api.admin(port).delete("/api/v1/users/" + id);
        assertThat(api.get(SESSION).status()).isEqualTo(401);
    }

    @Test
    void guessing_is_slowed_down_after_ten_failures() {
        var guess = "{\"name\":\"guessed\",\"password\":\"guess\"}";
        for (var i = 0; i < 10; i++) {
            assertThat(Api.anonymous(port).post(SESSION, guess).status()).isEqualTo(401);
        }
        var answer = Api.anonymous(port).post(SESSION, guess);
        assertThat(answer.status()).isEqualTo(429);
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 300);
    }

    private Api signedIn() {
        return signedIn("admin", BreakwaterIT.ADMIN_PASSWORD);
    }

    private Api signedIn(String name, String password) {
        var body = "{\"name\":\"%s\",\"password\":\"%s\"}".formatted(name, password);
        var cookie = Api.anonymous(port).post(SESSION, body).header("Set-Cookie");
        return Api.anonymous(port).with("Cookie", cookie.substring(0, cookie.indexOf(';')));
    }

    private static String csrfToken(Api api) {
        return api.get(SESSION).json().path("csrfToken").asString();
    }

    private long sessions() {
        return jdbc.sql("select count(*) from spring_session").query(Long.class).single();
    }
}
