package dev.breakwater.rollout.gate;

import dev.breakwater.identity.Secrets;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Addresses for webhooks that take their time. Each belongs to one question, is good once and for a while, and cannot be guessed; only
 * its hash is kept. It is written before the question is sent: a quick webhook calls back before it has been heard to accept.
 */
@Repository
class Callbacks {
    static final String PATH = "/callbacks/gates/";
    static final Finding NO_ADDRESS = Finding.error(
            "the webhook answered 202, but this server has no address to be called back at (breakwater.gates.callback-url)");
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final GateProperties properties;
    private final Clock clock;

    Callbacks(JdbcClient jdbc, GateProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.clock = clock;
    }

    /** The question with its address, where it is one of a webhook and this server has an address. Voids the one before. */
    Question offer(Question question) {
        var base = properties.callbackUrl();
        if (base == null || question.gate().type() != GateType.WEBHOOK) {
            return question;
        }
        var token = Secrets.newSecret("bwc");
        var expires = clock.instant().plus(question.gate().patience().timeout()).plus(patience(question));
        var url = URI.create(base.toString().replaceAll("/+$", "") + PATH + token);
        keep(question, Secrets.sha256(token), expires.atOffset(ZoneOffset.UTC));
        return question.with(new Question.Callback(url, expires));
    }

    private void keep(Question question, byte[] hash, OffsetDateTime expires) {
        jdbc.sql("""
                insert into gate_callbacks (rollout_id, wave, gate, evaluation, token_hash, asked_at, expires_at)
                values (:rollout, :wave, :gate, :evaluation, :hash, :asked, :expires)
                on conflict (rollout_id, wave, gate) do update
                set evaluation = excluded.evaluation, token_hash = excluded.token_hash, asked_at = excluded.asked_at,
                    expires_at = excluded.expires_at, accepted = false
                """)
                .param("rollout", question.subject().rollout())
                .param("wave", question.subject().wave())
                .param("gate", question.gate().name())
                .param("evaluation", question.id())
                .param("hash", hash)
                .param("asked", question.at().atOffset(ZoneOffset.UTC))
                .param("expires", expires)
                .update();
    }

    /** Nobody asks again until it has called back or is overdue. Nothing happens if it has called back already. */
    void await(Question question) {
        jdbc.sql("""
                with accepted as (
                    update gate_callbacks set accepted = true
                    where (rollout_id, wave, gate, evaluation) = (:rollout, :wave, :gate, :evaluation)
                    returning rollout_id, wave, gate, evaluation, expires_at)
                update wave_gates g set leased_until = a.expires_at
                from accepted a
                where (g.rollout_id, g.wave, g.gate, g.evaluation) = (a.rollout_id, a.wave, a.gate, a.evaluation)
                """)
                .param("rollout", question.subject().rollout())
                .param("wave", question.subject().wave())
                .param("gate", question.gate().name())
                .param("evaluation", question.id())
                .update();
    }

    Finding overdue(Question question) {
        return Finding.error("the webhook accepted the question and did not call back within " + patience(question));
    }

    private static Duration patience(Question question) {
        return Objects.requireNonNullElse(question.gate().config().callbackTimeout(), PATIENCE);
    }
}
