package dev.breakwater.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.Api;
import dev.breakwater.BreakwaterIT;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@BreakwaterIT
class ApiTokensIT {
    private static final String TOKENS = "/api/v1/api-tokens";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void a_token_is_shown_once_and_kept_as_a_hash() {
        var issued = Api.admin(port).post(TOKENS, "{\"name\":\"ci\",\"role\":\"OPERATOR\"}");
        var secret = issued.json().path("token").asString();
        assertThat(issued.status()).isEqualTo(201);
        assertThat(secret).startsWith("bwt_").hasSize(47);
        assertThat(Api.admin(port).get(issued.header("Location")).body()).doesNotContain(secret);
        assertThat(jdbc.sql("select count(*) from api_tokens where token_hash = ?")
                        .param(Secrets.sha256(secret))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_token_has_the_role_it_was_issued_with() {
        var viewer = Api.anonymous(port).bearer(token("dashboards", "VIEWER"));
        assertThat(viewer.get("/api/v1/session").json().path("role").asString()).isEqualTo("VIEWER");
        var refused = viewer.get(TOKENS);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("forbidden");
    }

    @Test
    void a_revoked_token_opens_nothing() {
        var issued = Api.admin(port)
                .post(TOKENS, "{\"name\":\"leaked\",\"role\":\"ADMIN\"}")
                .json();
        var api = Api.anonymous(port).bearer(issued.path("token").asString());
        assertThat(api.get(TOKENS).status()).isEqualTo(200);
        assertThat(api.delete(TOKENS + "/" + issued.path("id").asString()).status())
                .isEqualTo(204);
        assertThat(api.get(TOKENS).status()).isEqualTo(401);
    }

    @Test
    void an_expired_token_opens_nothing() {
        var secret = token("brief", "VIEWER");
        jdbc.sql("update api_tokens set expires_at = now() - interval '1 s' where name = 'brief'")
                .update();
        assertThat(Api.anonymous(port).bearer(secret).get("/api/v1/session").status())
                .isEqualTo(401);
    }

    @Test
    void an_unknown_role_is_answered_with_the_known_ones() {
        var answer = Api.admin(port).post(TOKENS, "{\"name\":\"x\",\"role\":\"ROOT\"}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.pointer()).isEqualTo("/role");
        assertThat(answer.body()).contains("VIEWER, OPERATOR, APPROVER, ADMIN");
    }

    private String token(String name, String role) {
        return Api.admin(port)
                .post(TOKENS, "{\"name\":\"%s\",\"role\":\"%s\"}".formatted(name, role))
                .json()
                .path("token")
                .asString();
    }
}
