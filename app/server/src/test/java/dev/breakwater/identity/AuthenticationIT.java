package dev.breakwater.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.Api;
import dev.breakwater.BreakwaterIT;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@BreakwaterIT
class AuthenticationIT {
    private static final String USERS = "/api/v1/users";

    @LocalServerPort
    private int port;

    @Test
    void nothing_is_told_to_strangers() {
        var answer = Api.anonymous(port).get(USERS);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("unauthenticated");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void the_admin_token_of_the_environment_opens_the_api() {
        assertThat(Api.admin(port).get(USERS).status()).isEqualTo(200);
    }

    @Test
    void name_and_password_open_it_as_well_without_a_session() {
        var answer =
                Api.anonymous(port).basic("admin", BreakwaterIT.ADMIN_PASSWORD).get(USERS);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Set-Cookie")).isNull();
    }

    @Test
    void an_unknown_token_and_an_unknown_scheme_are_refused() {
        assertThat(Api.anonymous(port).bearer("bwt_guess").get(USERS).status()).isEqualTo(401);
        assertThat(Api.anonymous(port)
                        .with("Authorization", "Digest x")
                        .get(USERS)
                        .status())
                .isEqualTo(401);
        assertThat(Api.anonymous(port)
                        .with("Authorization", "Basic %%%")
                        .get(USERS)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void health_is_public_without_details_and_metrics_are_not() {
        assertThat(Api.anonymous(port).get("/actuator/health").body()).doesNotContain("db");
        assertThat(Api.anonymous(port).get("/actuator/prometheus").status()).isEqualTo(401);
        assertThat(Api.admin(port).get("/actuator/prometheus").body()).contains("jvm_memory_used_bytes");
        assertThat(Api.admin(port).get("/actuator/env").status()).isEqualTo(404);
    }

    @Test
    void pages_carry_a_strict_content_security_policy() {
        var answer = Api.anonymous(port).get("/");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'self'", "frame-ancestors 'none'");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
    }
}
