package dev.breakwater.rollout;

import dev.breakwater.generation.GenerationId;
import dev.breakwater.host.Selector;
import dev.breakwater.rollout.store.CandidateStore;
import dev.breakwater.rollout.store.PlanStore;
import dev.breakwater.rollout.store.RolloutRow;
import dev.breakwater.rollout.store.SweepStore;
import dev.breakwater.rollout.store.WaveStore;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Lists the hosts that have come to match a rollout since it was planned, in the transaction of the decision that asks for it. */
@Component
class Joining {
    private final CandidateStore candidates;
    private final Planning.Terms terms;
    private final Muster.Questions questions;
    private final Rolls rolls;
    private final RolloutLog log;
    private final Waker waker;

    Joining(
            CandidateStore candidates,
            Planning.Terms terms,
            Muster.Questions questions,
            Rolls rolls,
            RolloutLog log,
            Waker waker) {
        this.candidates = candidates;
        this.terms = terms;
        this.questions = questions;
        this.rolls = rolls;
        this.log = log;
        this.waker = waker;
    }

    /** Where plans and waves are written down, and what is left to do. */
    @Component
    record Rolls(PlanStore plans, WaveStore waves, SweepStore sweeps) {}

    /** Does nothing while another plan is being written or hosts are being let go of: the engine asks again. */
    void enlist(RolloutRow row, int wave, Instant now) {
        if (!rolls.plans().tryLockPlanning() || rolls.sweeps().isReleasing()) {
            return;
        }
        var muster = new Muster(row, wave, questions.of(new GenerationId(row.generationId())), rolls.plans());
        candidates.newcomers(Selector.parse(row.selector()), row.id(), terms.moments(), muster::add);
        muster.done();
        rolls.waves().enlisted(row.id(), wave, muster.joined(), now);
        rolls.waves().countInherited(row.id());
        tell(row, wave, muster, now);
        waker.wakeAfterCommit(row.id());
    }

    private void tell(RolloutRow row, int wave, Muster muster, Instant now) {
        var name = rolls.waves().of(row.id()).get(wave).name();
        var message = "%s listed the hosts that join wave %s: %d do, %d others match and are left out."
                .formatted(row.name(), name, muster.joined(), muster.left());
        log.step(row.id(), RolloutLog.byEngine(now, "wave.enlisted", name, message));
    }
}
