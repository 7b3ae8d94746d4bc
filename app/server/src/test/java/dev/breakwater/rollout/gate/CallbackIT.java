package dev.breakwater.rollout.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.Api;
import dev.breakwater.Api.Answer;
import dev.breakwater.BreakwaterIT;
import dev.breakwater.rollout.LoopbackWebhook;
import dev.breakwater.rollout.LoopbackWebhook.Asked;
import dev.breakwater.rollout.Started;
import dev.breakwater.rollout.Started.Running;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A webhook that answers 202 and its verdict later. */
@BreakwaterIT
class CallbackIT {
    private static final String PASS = "{\"verdict\":\"PASS\",\"reason\":\"the suite is green\"}";

    @LocalServerPort
    private int port;

    @Autowired
    private Started started;

    @Autowired
    private JdbcClient jdbc;

    private LoopbackWebhook webhook;
    private Running rollout;

    @BeforeEach
    void start_a_webhook_that_needs_time() throws IOException {
        webhook = new LoopbackWebhook();
        webhook.says(202, "");
    }

    @AfterEach
    void stop_the_webhook() {
        webhook.close();
    }

    @Test
    void a_wave_waits_for_the_callback_and_passes_with_it() {
        start("", "\"interval\":\"PT1H\"");
        var beforeTheSoak = asked();
        rollout.playUntil("SOAKING");
        assertThat(callBack(beforeTheSoak, PASS).status()).isEqualTo(204);
        var afterTheSoak = awaitQuestion(1);
        assertThat(rollout.phase()).isEqualTo("SOAKING");
        assertThat(callBack(afterTheSoak, PASS).status()).isEqualTo(204);
        rollout.playUntil("COMPLETED");
        var said = Api.admin(port).get("/api/v1/rollouts/%s/gates/evaluations".formatted(rollout.id()));
        assertThat(said.body())
                .contains(
                        "the suite is green",
                        afterTheSoak.json().get("evaluationId").asString());
    }

    @Test
    void one_that_fails_in_its_callback_takes_the_wave_back() {
        start("", "\"interval\":\"PT1H\"");
        assertThat(callBack(asked(), "{\"verdict\":\"FAIL\",\"reason\":\"3 of 400 failed\"}")
                        .status())
                .isEqualTo(204);
        rollout.playUntil("ROLLED_BACK");
    }

    @Test
    void an_address_is_good_once() {
        start("", "\"interval\":\"PT1H\"");
        var asked = asked();
        assertThat(callBack(asked, PASS).status()).isEqualTo(204);
        var replayed = callBack(asked, "{\"verdict\":\"FAIL\"}");
        assertThat(replayed.status()).isEqualTo(410);
        assertThat(replayed.code()).isEqualTo("gate_callback_gone");
    }

    @Test
    void an_answer_without_a_verdict_does_not_spend_the_address() {
        start("", "\"interval\":\"PT1H\"");
        var asked = asked();
        var refused = callBack(asked, "{\"status\":\"ok\"}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.pointer()).isEqualTo("/verdict");
        assertThat(callBack(asked, PASS).status()).isEqualTo(204);
    }

    @Test
    void a_guess_is_refused_in_the_same_words_and_only_a_hash_is_kept() {
        start("", "\"interval\":\"PT1H\"");
        var asked = asked();
        assertThat(Api.anonymous(port).post("/callbacks/gates/bwc_guess", PASS).code())
                .isEqualTo("gate_callback_gone");
        var token = asked.callback().substring(asked.callback().lastIndexOf('/') + 1);
        assertThat(token).hasSizeGreaterThan(40);
        assertThat(jdbc.sql("select count(*) from gate_callbacks where token_hash = sha256(:token::text::bytea)")
                        .param("token", token)
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void one_that_never_calls_back_is_an_error_and_what_it_says_later_is_refused() {
        start(",\"callbackTimeout\":\"PT10M\"", "\"interval\":\"PT1H\",\"consecutiveErrors\":1");
        var asked = asked();
        awaitAccepted();
        jdbc.sql("update gate_callbacks set expires_at = now() - interval '1 second' where rollout_id = :id")
                .param("id", UUID.fromString(rollout.id()))
                .update();
        jdbc.sql("update wave_gates set leased_until = now() - interval '1 second' where rollout_id = :id")
                .param("id", UUID.fromString(rollout.id()))
                .update();
        rollout.playUntil("PAUSED");
        assertThat(rollout.waitingFor()).contains("did not call back within PT10M");
        assertThat(callBack(asked, PASS).status()).isEqualTo(410);
    }

    @Test
    void what_was_asked_before_a_person_resumed_is_answered_too_late() {
        start("", "\"interval\":\"PT1H\"");
        var asked = asked();
        rollout.say("pause");
        rollout.say("resume");
        awaitQuestion(after(asked));
        assertThat(callBack(asked, PASS).status()).isEqualTo(410);
    }

    private void start(String config, String more) {
        rollout = started.with(port, webhook.gate(Api.admin(port), config, more).name());
    }

    private Asked asked() {
        return awaitQuestion(0);
    }

    private int after(Asked question) {
        return webhook.asked().indexOf(question) + 1;
    }

    private Asked awaitQuestion(int index) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> webhook.asked().size() > index);
        return webhook.asked().get(index);
    }

    private void awaitAccepted() {
        Awaitility.await()
                .until(() -> jdbc.sql("select accepted from gate_callbacks where rollout_id = :id")
                        .param("id", UUID.fromString(rollout.id()))
                        .query(Boolean.class)
                        .single());
    }

    private Answer callBack(Asked question, String verdict) {
        return Api.anonymous(port).post(question.callback(), verdict);
    }
}
