package dev.breakwater.rollout.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.Api;
import dev.breakwater.BreakwaterIT;
import dev.breakwater.host.Fleet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@BreakwaterIT
class GateIT {
    private static final String GATES = "/api/v1/gates";
    private static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private Api api;
    private String name;

    @BeforeEach
    void sign_in() {
        api = Api.admin(port);
        name = Fleet.unique("gate");
    }

    @Test
    void a_gate_is_defined_read_changed_and_deleted() {
        var created = api.post(GATES, prometheus("\"success\":\"< 0.01\""));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        assertThat(created.header("ETag")).isEqualTo("\"0\"");
        var gate = created.json();
        assertThat(gate.get("interval").asString()).isEqualTo("PT1M");
        assertThat(gate.get("onNoData").asString()).isEqualTo("WAIT");
        assertThat(gate.get("consecutiveErrors").asInt()).isEqualTo(4);
        assertThat(gate.at("/config/query").asString()).isEqualTo("up");

        var path = GATES + "/" + gate.get("id").asString();
        assertThat(api.patch(path, "{\"dryRun\":true}").status()).isEqualTo(428);
        assertThat(api.with("If-Match", "\"7\"")
                        .patch(path, "{\"dryRun\":true}")
                        .status())
                .isEqualTo(412);
        var changed = api.with("If-Match", "\"0\"").patch(path, "{\"dryRun\":true}");
        assertThat(changed.json().get("dryRun").asBoolean()).isTrue();
        assertThat(changed.json().at("/config/query").asString()).isEqualTo("up");
        assertThat(changed.header("ETag")).isEqualTo("\"1\"");

        assertThat(api.get(GATES + "?limit=200").body()).contains(name);
        assertThat(api.delete(path).status()).isEqualTo(204);
        assertThat(api.get(path).code()).isEqualTo("gate_not_found");
    }

    @Test
    void a_secret_is_sealed_and_never_answered() {
        var created = api.post(
                GATES,
                "{\"name\":\"%s\",\"type\":\"WEBHOOK\",\"config\":{\"url\":\"http://127.0.0.1:1/\"},\"secret\":\"%s\"}"
                        .formatted(name, KEY));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        assertThat(created.body()).doesNotContain("MfKQ9r8GKYqr");
        assertThat(created.json().get("secretSet").asBoolean()).isTrue();
        var stored = jdbc.sql("select secret from gates where name = :name")
                .param("name", name)
                .query(String.class)
                .single();
        assertThat(stored).startsWith("v1:").doesNotContain("MfKQ9r8GKYqr");
    }

    @Test
    void every_change_is_audited() {
        var id = api.post(GATES, prometheus("\"failure\":\"> 1\""))
                .json()
                .get("id")
                .asString();
        api.delete(GATES + "/" + id);
        var types = jdbc.sql("select action from audit where subject = :subject order by seq")
                .param("subject", "gates/" + id)
                .query(String.class)
                .list();
        assertThat(types).containsExactly("gate.created", "gate.deleted");
    }

    @Test
    void a_name_is_taken_once() {
        api.post(GATES, prometheus("\"success\":\"< 1\""));
        assertThat(api.post(GATES, prometheus("\"success\":\"< 1\"")).code()).isEqualTo("gate_name_taken");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "type":"PROMETHEUS","config":{"url":"http://127.0.0.1:9090","query":"up"}|/config/success
            "type":"PROMETHEUS","config":{"url":"http://127.0.0.1:9090","success":"< 1"}|/config/query
            "type":"PROMETHEUS","config":{"url":"http://127.0.0.1:9090","query":"up","success":"about 1"}|/config/success
            "type":"PROMETHEUS","config":{"url":"http://127.0.0.1:9090","query":"$host","success":"< 1"}|/config/query
            "type":"PROMETHEUS","config":{"url":"http://127.0.0.1:9090","query":"up","success":"< 1","minSamples":5}|/config/minSamples
            "type":"PROMETHEUS","config":{"url":"ftp://127.0.0.1","query":"up","success":"< 1"}|/config/url
            "type":"PROMETHEUS","config":{"url":"http://10.0.0.1:9090","query":"up","success":"< 1"}|/config/url
            "type":"PROMETHEUS","config":{"url":"http://169.254.169.254/","query":"up","success":"< 1"}|/config/url
            "type":"PROMETHEUS","config":{"url":"http://[::1]:9090/","query":"up","success":"< 1"}|/config/url
            "type":"PROMETHEUS","config":{"url":"http://me:pw@127.0.0.1/","query":"up","success":"< 1"}|/config/url
            "type":"HEALTH","config":{"url":"http://127.0.0.1/"}|/config/url
            "type":"HEALTH","config":{"maxUnhealthy":"few"}|/config/maxUnhealthy
            "type":"HEALTH","secret":"x"|/secret
            "type":"WEBHOOK","config":{"url":"http://127.0.0.1/"}|/secret
            "type":"WEBHOOK","config":{"url":"http://127.0.0.1/"},"secret":"whsec_short"|/secret
            "type":"ALERTMANAGER","config":{"url":"http://127.0.0.1/"}|/config/filters
            "type":"ALERTMANAGER","config":{"url":"http://127.0.0.1/","filters":["critical"]}|/config/filters/0
            "type":"HEALTH","interval":"PT0S"|/interval
            "type":"HEALTH","timeout":"PT2M"|/timeout
            "type":"HEALTH","consecutiveErrors":0|/consecutiveErrors
            "config":{}|/type
            """)
    void a_gate_that_could_never_work_is_refused(String fields, String pointer) {
        var answer = api.post(GATES, "{\"name\":\"%s\",%s}".formatted(name, fields));
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.pointer()).isEqualTo(pointer);
    }

    private String prometheus(String conditions) {
        return "{\"name\":\"%s\",\"type\":\"PROMETHEUS\",\"config\":{\"url\":\"http://127.0.0.1:9090\",\"query\":\"up\",%s}}"
                .formatted(name, conditions);
    }
}
