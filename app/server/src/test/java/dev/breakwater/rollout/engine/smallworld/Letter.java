package dev.breakwater.rollout.engine.smallworld;

import dev.breakwater.rollout.engine.proof.ReportFacts;
import dev.breakwater.rollout.engine.proof.ReportFacts.Check;
import dev.breakwater.rollout.engine.proof.ReportFacts.Phase;
import dev.breakwater.rollout.engine.proof.ReportFacts.Running;
import dev.breakwater.rollout.engine.proof.ReportFacts.Status;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** All that a host of a small world can say. */
enum Letter {
    IDLE(Phase.IDLE, "old", Status.PASS),
    LIE(Phase.ACTIVE, "old", Status.PASS),
    CANNOT_SWITCH(Phase.FAILED, "old", Status.PASS),
    REVERTED(Phase.REVERTED, "old", Status.PASS),
    HEALTHY(Phase.ACTIVE, "new", Status.PASS),
    UNSURE(Phase.ACTIVE, "new", Status.UNKNOWN),
    SICK(Phase.ACTIVE, "new", Status.FAIL),
    CANNOT_GO_BACK(Phase.FAILED, "new", Status.PASS);

    static final long EPOCH = 7;

    private static final Set<Letter> FROM_OLD = EnumSet.of(IDLE, LIE, CANNOT_SWITCH, REVERTED);
    private static final Set<Letter> FROM_NEW = EnumSet.of(HEALTHY, UNSURE, SICK);
    private static final Set<Letter> FROM_OLD_GOING_BACK = EnumSet.of(IDLE);
    private static final Set<Letter> FROM_NEW_GOING_BACK = EnumSet.of(HEALTHY, CANNOT_GO_BACK);

    private final Phase phase;
    private final String ref;
    private final Status status;

    Letter(Phase phase, String ref, Status status) {
        this.phase = phase;
        this.ref = ref;
        this.status = status;
    }

    ReportFacts under(long epoch) {
        Running running = new Running(ref, ref, ref, "boot", true);
        return new ReportFacts(epoch, phase, running, List.of(new Check("web", status)), null);
    }

    boolean saysNew() {
        return ref.equals("new");
    }

    /** Late, the others tell no more than these: only they are posted, or the worlds would be too many. */
    boolean tells() {
        return this != IDLE && this != LIE && this != UNSURE;
    }

    static Set<Letter> from(Host host, boolean goingBack) {
        if (goingBack) {
            return host.runsNew() ? FROM_NEW_GOING_BACK : FROM_OLD_GOING_BACK;
        }
        return host.runsNew() ? FROM_NEW : FROM_OLD;
    }
}
