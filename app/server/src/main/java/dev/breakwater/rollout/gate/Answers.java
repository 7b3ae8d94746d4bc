package dev.breakwater.rollout.gate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what gates answered: the newest where the engine reads it, each as evidence. */
@Component
class Answers {
    /** Of the interval: so that gates of many rollouts do not ask one provider all at once. */
    private static final double JITTER = 0.1;

    private final JdbcClient jdbc;
    private final Bell bell;
    private final Clock clock;

    Answers(JdbcClient jdbc, Bell bell, Clock clock) {
        this.jdbc = jdbc;
        this.bell = bell;
        this.clock = clock;
    }

    /** An answer to a question that has been withdrawn meanwhile is dropped. */
    @Transactional
    public void keep(Lease lease, Finding finding) {
        var question = lease.question();
        var reading = Reading.of(finding, question.gate().patience(), lease.errors());
        if (!answered(question, reading, next(question, finding))) {
            return;
        }
        remember(question, finding);
        if (lease.turns(reading)) {
            bell.ring(new Bell.Turn(
                    question.subject().rollout(),
                    question.subject().waveName(),
                    question.gate().name(),
                    reading.verdict(),
                    reading.why(),
                    question.at(),
                    lease.before() != reading.verdict()));
        }
    }

    private boolean answered(Question question, Reading reading, Instant next) {
        return jdbc.sql("""
                update wave_gates
                set verdict = :verdict, pauses = :pauses, why = :why, at = :at, errors = :errors, next_at = :next,
                    evaluation = null, leased_until = null
                where rollout_id = :rollout and wave = :wave and gate = :gate and evaluation = :evaluation
                """)
                        .param("rollout", question.subject().rollout())
                        .param("wave", question.subject().wave())
                        .param("gate", question.gate().name())
                        .param("evaluation", question.id())
                        .param("verdict", reading.verdict().name())
                        .param("pauses", reading.pauses())
                        .param("why", reading.why())
                        .param("at", question.at().atOffset(ZoneOffset.UTC))
                        .param("errors", reading.errors())
                        .param("next", next.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    private void remember(Question question, Finding finding) {
        var proof = finding.proof();
        jdbc.sql("""
                insert into gate_evaluations (id, rollout_id, wave, gate, at, verdict, why, value, query, link, raw)
                values (:id, :rollout, :wave, :gate, :at, :verdict, :why, :value, :query, :link, :raw)
                """)
                .param("id", question.id())
                .param("rollout", question.subject().rollout())
                .param("wave", question.subject().wave())
                .param("gate", question.gate().name())
                .param("at", question.at().atOffset(ZoneOffset.UTC))
                .param("verdict", finding.verdict().name())
                .param("why", finding.why())
                .param("value", proof.value())
                .param("query", proof.query())
                .param("link", proof.link())
                .param("raw", proof.raw())
                .update();
    }

    private Instant next(Question question, Finding finding) {
        var asked = finding.retryAfter();
        var interval = (asked == null ? question.gate().patience().interval() : asked).toMillis();
        var jitter = (long) (interval * JITTER * ThreadLocalRandom.current().nextDouble());
        return clock.instant().plus(Duration.ofMillis(interval + jitter));
    }
}
