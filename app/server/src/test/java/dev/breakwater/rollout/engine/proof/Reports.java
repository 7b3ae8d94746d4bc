package dev.breakwater.rollout.engine.proof;

import dev.breakwater.rollout.engine.Directive;
import dev.breakwater.rollout.engine.HostState;
import dev.breakwater.rollout.engine.proof.ReportFacts.Check;
import dev.breakwater.rollout.engine.proof.ReportFacts.Phase;
import dev.breakwater.rollout.engine.proof.ReportFacts.Running;
import dev.breakwater.rollout.engine.proof.ReportFacts.Status;
import java.util.List;

/** Reports for tests, healthy and ACTIVE under the present epoch unless said otherwise. */
record Reports(Long epoch, Phase phase, Running running, List<Check> checks, String message, boolean needsBoot) {

    static final long EPOCH = 7;
    static final Orders OFFER = new Orders(Directive.OFFER, EPOCH, 2);
    static final Orders ROLLBACK = new Orders(Directive.ROLLBACK, EPOCH, 2);

    static Reports running(String ref) {
        Running running = new Running(ref, ref, null, "boot 1", true);
        return new Reports(EPOCH, Phase.ACTIVE, running, List.of(new Check("web", Status.PASS)), null, false);
    }

    static Reports booted(String ref, String bootId) {
        Running running = new Running("new", ref, null, bootId, true);
        return new Reports(EPOCH, Phase.ACTIVE, running, List.of(), null, true);
    }

    static Reports home(String booted, String nextBoot) {
        Running running = new Running("old", booted, nextBoot, "boot 3", true);
        return new Reports(EPOCH, Phase.ACTIVE, running, List.of(), null, true);
    }

    Reports phase(Phase phase) {
        return new Reports(epoch, phase, running, checks, message, needsBoot);
    }

    Reports idle() {
        return phase(Phase.IDLE);
    }

    Reports under(Long epoch) {
        return new Reports(epoch, phase, running, checks, message, needsBoot);
    }

    Reports saying(String message) {
        return new Reports(epoch, phase, running, checks, message, needsBoot);
    }

    Reports withoutChecks() {
        return new Reports(epoch, phase, running, List.of(), message, needsBoot);
    }

    Reports checked(Status status) {
        List<Check> both = List.of(new Check("disk", Status.PASS), new Check("web", status));
        return new Reports(epoch, phase, running, both, message, needsBoot);
    }

    Reports booting() {
        Running booting = new Running(running.current(), running.booted(), running.nextBoot(), running.bootId(), false);
        return new Reports(epoch, phase, booting, checks, message, needsBoot);
    }

    ReportFacts facts() {
        return new ReportFacts(epoch, phase, running, checks, message);
    }

    /** Weighed under an offer; only claimed, settled and rolling hosts have been touched before. */
    ProofResult weigh(HostState state, int streak) {
        boolean touched = state == HostState.CLAIMED || state == HostState.SETTLED;
        return Proof.weigh(turn(state, streak, touched, needsBoot, false), OFFER, facts());
    }

    ProofResult weighBack(HostTurn turn) {
        return Proof.weigh(turn, ROLLBACK, facts());
    }

    static HostTurn turn(HostState state, int streak, boolean touched) {
        return turn(state, streak, touched, false, false);
    }

    static HostTurn turn(HostState state, int streak, boolean touched, boolean needsBoot, boolean rollbackFailed) {
        return new HostTurn(state, touched, new Target("new", "old", needsBoot), "boot 1", streak, rollbackFailed);
    }
}
