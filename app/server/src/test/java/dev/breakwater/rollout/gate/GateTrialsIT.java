package dev.breakwater.rollout.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.Api;
import dev.breakwater.Api.Answer;
import dev.breakwater.BreakwaterIT;
import dev.breakwater.rollout.LoopbackWebhook;
import dev.breakwater.rollout.LoopbackWebhook.Gate;
import dev.breakwater.rollout.Started;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@BreakwaterIT
class GateTrialsIT {
    @LocalServerPort
    private int port;

    @Autowired
    private Started started;

    @Autowired
    private JdbcClient jdbc;

    private LoopbackWebhook webhook;
    private Api api;
    private Gate gate;

    @BeforeEach
    void define_a_gate() throws IOException {
        webhook = new LoopbackWebhook();
        api = Api.admin(port);
        gate = webhook.gate(api, "", "\"timeout\":\"PT2S\"");
    }

    @AfterEach
    void stop_the_webhook() {
        webhook.close();
    }

    @Test
    void a_trial_asks_once_and_answers_with_the_evidence() {
        webhook.says("{\"verdict\":\"FAIL\",\"reason\":\"checkout is down\",\"url\":\"https://status.example.com/1\"}");
        var said = attempt("").json();
        assertThat(said.get("verdict").asString()).isEqualTo("FAIL");
        assertThat(said.get("why").asString()).isEqualTo("checkout is down");
        assertThat(said.get("link").asString()).isEqualTo("https://status.example.com/1");
        assertThat(said.get("raw").asString()).contains("checkout");
        assertThat(webhook.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.json().get("trial").asBoolean()).isTrue();
            assertThat(asked.json().get("callback").isNull()).isTrue();
        });
    }

    @Test
    void a_trial_for_a_rollout_names_its_wave_and_changes_nothing_there() {
        var rollout = started.with(port, gate.name()).id();
        assertThat(attempt("{\"rolloutId\":\"%s\",\"wave\":\"all\"}".formatted(rollout))
                        .status())
                .isEqualTo(200);
        var asked = webhook.asked().stream()
                .filter(it -> it.json().get("trial").asBoolean())
                .findFirst()
                .orElseThrow();
        assertThat(asked.json().at("/rollout/id").asString()).isEqualTo(rollout);
        assertThat(asked.json().get("wave").asString()).isEqualTo("all");
        assertThat(jdbc.sql("select count(*) from gate_evaluations where id = :id::uuid")
                        .param("id", asked.json().get("evaluationId").asString())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void one_that_hangs_is_an_error_after_its_timeout() {
        webhook.says("hang");
        var said = attempt("{}").json();
        assertThat(said.get("verdict").asString()).isEqualTo("ERROR");
        assertThat(said.get("why").asString()).isEqualTo("no answer within PT2S");
    }

    @Test
    void one_that_takes_its_time_is_not_waited_for() {
        webhook.says(202, "");
        var said = attempt("{}").json();
        assertThat(said.get("verdict").asString()).isEqualTo("NO_DATA");
        assertThat(said.get("why").asString()).contains("answers later");
    }

    @Test
    void every_trial_is_audited_with_who_and_what_came_of_it() {
        attempt("{}");
        assertThat(jdbc.sql("select message from audit where subject = :subject and action = 'gate.tried'")
                        .param("subject", "gates/" + gate.id())
                        .query(String.class)
                        .list())
                .containsExactly("Gate %s was tried and said PASS: all good".formatted(gate.name()));
    }

    @Test
    void a_rollout_or_wave_that_is_not_there_is_refused() {
        assertThat(attempt("{\"rolloutId\":\"%s\"}".formatted(Trials.NOBODY)).pointer())
                .isEqualTo("/rolloutId");
        assertThat(attempt("{\"wave\":\"canary\"}").pointer()).isEqualTo("/wave");
        assertThat(webhook.asked()).isEmpty();
    }

    private Answer attempt(String body) {
        return api.post("/api/v1/gates/%s/try".formatted(gate.id()), body.isEmpty() ? null : body);
    }
}
