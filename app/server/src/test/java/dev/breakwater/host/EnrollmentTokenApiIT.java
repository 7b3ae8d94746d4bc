package dev.breakwater.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.Api;
import dev.breakwater.BreakwaterIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@BreakwaterIT
class EnrollmentTokenApiIT {
    private static final String TOKENS = "/api/v1/enrollment-tokens";

    @LocalServerPort
    private int port;

    private Api api;

    @BeforeEach
    void begin() {
        api = Api.admin(port);
    }

    @Test
    void a_token_is_shown_once_and_listed_without_its_secret() {
        var issued = api.post(
                TOKENS,
                "{\"description\":\"rack 7\",\"labels\":{\"site\":\"a\"},\"expiresIn\":\"P7D\",\"maxUses\":100}");
        assertThat(issued.status()).isEqualTo(201);
        var secret = issued.json().at("/token").asString();
        assertThat(secret).startsWith("bwe_");
        var listed = api.get(TOKENS + "?limit=1");
        assertThat(listed.body()).doesNotContain(secret).contains("rack 7");
        assertThat(listed.json().at("/items/0/maxUses").asInt()).isEqualTo(100);
        assertThat(listed.json().at("/items/0/uses").asInt()).isZero();
    }

    @Test
    void a_revoked_token_is_no_longer_listed() {
        var id = api.post(TOKENS, "{\"description\":\"gone\"}").json().at("/id").asString();
        assertThat(api.delete(TOKENS + "/" + id).status()).isEqualTo(204);
        assertThat(api.get(TOKENS + "?limit=1000").body()).doesNotContain(id);
        assertThat(api.delete(TOKENS + "/" + id).code()).isEqualTo("enrollment_token_not_found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"maxUses\":0}               | /maxUses",
                "{\"maxUses\":-1}              | /maxUses",
                "{\"expiresIn\":\"PT0S\"}      | /expiresIn",
                "{\"expiresIn\":\"P3650D\"}    | /expiresIn",
                "{\"expiresIn\":\"soon\"}      | /expiresIn",
                "{\"labels\":{\"a b\":\"c\"}}  | /labels/a b",
                "{\"maxUses\":1.5}            | /maxUses",
                "{\"maxUses\":99999999999}    | /maxUses",
                "{\"uses\":3}                  | /uses",
            })
    void what_breaks_a_rule_is_refused_by_field(String body, String pointer) {
        var refused = api.post(TOKENS, body);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.pointer()).isEqualTo(pointer);
    }
}
