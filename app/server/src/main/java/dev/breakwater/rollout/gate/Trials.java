package dev.breakwater.rollout.gate;

import dev.breakwater.rollout.gate.Definition.Patience;
import dev.breakwater.rollout.gate.Question.Subject;
import dev.breakwater.web.Violations;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Service;

/**
 * Asks a gate once because a person wants to see what it says: while that person waits, outside of any transaction, and apart from what
 * rollouts ask, which no trial holds up.
 */
@Service
class Trials {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
    private static final int AT_ONCE = 4;
    static final UUID NOBODY = new UUID(0, 0);

    private final GateDesk desk;
    private final Subjects subjects;
    private final Providers providers;
    private final Clock clock;
    private final Semaphore free = new Semaphore(AT_ONCE);

    Trials(GateDesk desk, Subjects subjects, Providers providers, Clock clock) {
        this.desk = desk;
        this.subjects = subjects;
        this.providers = providers;
        this.clock = clock;
    }

    GateTrial hold(UUID gate, TryRequest request) {
        var question = question(desk.definition(gate), subject(request));
        if (!free.tryAcquire()) {
            throw new TrialsBusy(AT_ONCE);
        }
        try {
            var trial = GateTrial.of(question.at(), providers.ask(question));
            desk.tried(gate, question, trial);
            return trial;
        } finally {
            free.release();
        }
    }

    private Subject subject(TryRequest request) {
        var rollout = request.rolloutId();
        new Violations()
                .check(rollout != null || request.wave() == null, "/wave", "goes with rolloutId")
                .raise();
        return rollout == null
                ? new Subject(NOBODY, "trial", 0, "trial", "trial", null)
                : subjects.of(rollout, request.wave());
    }

    private Question question(Definition gate, Subject subject) {
        var patience = gate.patience();
        var wait = patience.timeout().compareTo(LONGEST_WAIT) < 0 ? patience.timeout() : LONGEST_WAIT;
        var bounded =
                gate.with(new Patience(patience.onNoData(), patience.interval(), wait, patience.consecutiveErrors()));
        return new Question(UUID.randomUUID(), subject, bounded, clock.instant(), null, true);
    }
}
