package dev.breakwater.rollout.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.Api;
import dev.breakwater.BreakwaterIT;
import dev.breakwater.host.Fleet;
import dev.breakwater.rollout.Started;
import dev.breakwater.rollout.engine.GateVerdict;
import dev.breakwater.rollout.gate.Finding.Proof;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Leases at a time that has not come: the server's own asking, which goes by the present, keeps out of the way. */
@BreakwaterIT
class LeaseIT {
    @LocalServerPort
    private int port;

    @Autowired
    private Started started;

    @Autowired
    private LeaseStore leases;

    @Autowired
    private Answers answers;

    @Autowired
    private GateEvidence evidence;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private UUID rollout;
    private Instant later;

    @BeforeEach
    void start_a_rollout_whose_gate_was_asked_once() {
        var name = Fleet.unique("gate");
        var defined = Api.admin(port)
                .post("/api/v1/gates", "{\"name\":\"%s\",\"type\":\"HEALTH\",\"interval\":\"PT1H\"}".formatted(name));
        assertThat(defined.status()).isEqualTo(201);
        rollout = UUID.fromString(started.with(port, name).id());
        Awaitility.await().until(() -> evidence.latest(rollout).getFirst().verdict() != null);
        later = clock.instant().plus(Duration.ofHours(3));
    }

    @Test
    void one_question_is_asked_by_one_replica() throws Exception {
        try (var replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<List<Lease>> take = () -> mine(later);
            var taken = replicas.invokeAll(Stream.generate(() -> take).limit(16).toList());
            var leased = 0;
            for (var each : taken) {
                leased += each.get().size();
            }
            assertThat(leased).isEqualTo(1);
        }
    }

    @Test
    void a_question_whose_asker_died_is_asked_again_under_its_id() {
        var first = mine(later).getFirst().question().id();
        assertThat(mine(later.plusSeconds(49))).isEmpty();
        assertThat(mine(later.plusSeconds(51)).getFirst().question().id()).isEqualTo(first);
    }

    @Test
    void an_answer_is_kept_and_names_the_next_question() {
        var lease = mine(later).getFirst();
        assertThat(lease.before()).isEqualTo(GateVerdict.NO_DATA);
        answers.keep(lease, Finding.of(GateVerdict.PASS, "fine", new Proof(1.5, "q", "http://x/", "raw")));
        var said = evidence.latest(rollout).getFirst();
        assertThat(said.verdict()).isEqualTo(GateVerdict.PASS);
        assertThat(said.value()).isEqualTo(1.5);
        assertThat(said.nextAt())
                .isBetween(clock.instant().plusSeconds(3500), clock.instant().plusSeconds(3970));
    }

    @Test
    void an_answer_to_a_question_that_was_withdrawn_is_dropped() {
        var lease = mine(later).getFirst();
        jdbc.sql("update wave_gates set evaluation = null, verdict = null where rollout_id = :rollout")
                .param("rollout", rollout)
                .update();
        answers.keep(lease, Finding.of(GateVerdict.FAIL, "too late", Proof.NONE));
        assertThat(evidence.latest(rollout).getFirst().verdict()).isNull();
    }

    @Test
    void old_answers_are_forgotten() {
        jdbc.sql("update gate_evaluations set at = at - interval '91 days' where rollout_id = :rollout")
                .param("rollout", rollout)
                .update();
        evidence.forget();
        assertThat(Api.admin(port)
                        .get("/api/v1/rollouts/" + rollout + "/gates/evaluations")
                        .json()
                        .get("items"))
                .isEmpty();
    }

    private List<Lease> mine(Instant now) {
        return leases.take(1000, now).stream()
                .filter(lease -> lease.question().subject().rollout().equals(rollout))
                .toList();
    }
}
