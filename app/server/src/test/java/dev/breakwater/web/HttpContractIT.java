package dev.breakwater.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.Api;
import dev.breakwater.BreakwaterIT;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@BreakwaterIT
class HttpContractIT {
    private static final String USERS = "/api/v1/users";

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"name":"x","password":"long enough","role":"VIEWER","rôle":1} | 422 | unknown_field   | /rôle
            {"name":"x","password":"long enough","role":"BOSS"}            | 422 | invalid_field   | /role
            {"name":{},"password":"long enough","role":"VIEWER"}           | 422 | invalid_field   | /name
            {"name":"a:b","password":"long enough","role":"VIEWER"}        | 422 | invalid_field   | /name
            {"name":"x\\u0000","password":"long enough","role":"VIEWER"}   | 422 | nul_character   | /name
            {"password":"long enough","role":"VIEWER"}                     | 422 | invalid_field   | /name
            []                                                             | 422 | invalid_field   | ''
            {"name":                                                       | 400 | unreadable_json | ''
            {"name":"x"} trailing                                          | 400 | unreadable_json | ''
            """)
    void a_bad_body_is_refused_with_the_field_and_the_rule(String body, int status, String code, String pointer) {
        var answer = Api.admin(port).post(USERS, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.pointer()).isEqualTo(pointer);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().path("instance").asString()).isEqualTo(USERS);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, 422, invalid_field, limit",
        "limit=1001, 422, invalid_field, limit",
        "limit=many, 422, invalid_field, limit",
        "cursor=garbage, 400, invalid_cursor, cursor",
        "cursor=%00, 422, nul_character, ''",
    })
    void a_bad_parameter_is_refused_by_name(String query, int status, String code, String pointer) {
        var answer = Api.admin(port).get(USERS + "?" + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.pointer()).isEqualTo(pointer);
    }

    @Test
    void a_cursor_of_another_list_is_refused() {
        var foreign = Cursor.of("api-tokens", "admin");
        assertThat(Api.admin(port).get(USERS + "?cursor=" + foreign).code()).isEqualTo("invalid_cursor");
    }

    @Test
    void what_the_container_refuses_is_a_problem_as_well() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write("GET /%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".getBytes(UTF_8));
            var answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            assertThat(answer)
                    .startsWith("HTTP/1.1 400")
                    .contains("application/problem+json", "\"code\":\"bad_request\"");
        }
    }

    @Test
    void a_missing_body_is_asked_for() {
        var answer = Api.admin(port)
                .send(Api.admin(port)
                        .request(USERS)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.noBody())
                        .build());
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("body_required");
    }

    @Test
    void another_media_type_is_refused() {
        var answer = Api.admin(port)
                .send(Api.admin(port)
                        .request(USERS)
                        .header("Content-Type", "text/xml")
                        .POST(BodyPublishers.ofString("<user/>"))
                        .build());
        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.code()).isEqualTo("unsupported_media_type");
    }

    @Test
    void a_body_over_its_limit_is_refused_whether_or_not_its_length_is_told() {
        var body = "{\"name\":\"" + "x".repeat(1 << 20) + "\"}";
        var told = Api.admin(port).post(USERS, body);
        var untold = Api.admin(port)
                .send(Api.admin(port)
                        .request(USERS)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.getBytes(UTF_8))))
                        .build());
        assertThat(told.status()).isEqualTo(413);
        assertThat(untold.status()).isEqualTo(413);
        assertThat(untold.code()).isEqualTo("body_too_large");
    }

    @Test
    void agents_may_send_less_and_generations_more() {
        var body = "{\"name\":\"" + "x".repeat(1 << 17) + "\"}";
        assertThat(Api.admin(port).post("/agent/v1/reports", body).status()).isEqualTo(413);
        var large = "{\"name\":\"" + "x".repeat(1 << 21) + "\"}";
        assertThat(Api.admin(port).post("/api/v1/generations", large).status()).isEqualTo(422);
    }

    @Test
    void an_unknown_path_of_the_api_is_a_problem_and_not_a_page() {
        var answer = Api.admin(port).get("/api/v1/nowhere");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("not_found");
    }

    @Test
    void an_id_that_is_none_names_nothing() {
        assertThat(Api.admin(port).get(USERS + "/../users/me").status()).isIn(400, 404);
        assertThat(Api.admin(port).get(USERS + "/me").status()).isEqualTo(404);
        assertThat(Api.admin(port)
                        .get(USERS + "/00000000-0000-0000-0000-000000000000")
                        .code())
                .isEqualTo("user_not_found");
    }

    @Test
    void another_method_is_answered_with_the_ones_that_are_there() {
        var answer = Api.admin(port).put(USERS, "{}");
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.code()).isEqualTo("method_not_allowed");
        assertThat(answer.header("Allow")).contains("GET").contains("POST");
    }

    @Test
    void a_path_the_firewall_refuses_is_a_problem_too() {
        var answer = Api.admin(port).get("/api/v1/users;a=b");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }
}
