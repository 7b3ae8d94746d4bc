package dev.breakwater.rollout.engine.fleet;

import dev.breakwater.rollout.engine.Cause;
import dev.breakwater.rollout.engine.Event;
import dev.breakwater.rollout.engine.Phase.AwaitingApproval;
import dev.breakwater.rollout.engine.Phase.Draft;
import dev.breakwater.rollout.engine.Phase.Ended;
import dev.breakwater.rollout.engine.Phase.Enlisting;
import dev.breakwater.rollout.engine.Phase.Halted;
import dev.breakwater.rollout.engine.Phase.PauseReason;
import dev.breakwater.rollout.engine.Phase.Paused;
import dev.breakwater.rollout.engine.Phase.Rolling;
import dev.breakwater.rollout.engine.Phase.RollingBack;
import dev.breakwater.rollout.engine.Phase.Scheduled;
import dev.breakwater.rollout.engine.Phase.Soaking;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Looks in now and then, as one of a few people: does what the rollout waits for, and meddles a little. Tires of retrying. */
final class Person {

    /** Drafted the rollout, and may not approve it. */
    static final String AUTHOR = "dave";

    static final List<String> APPROVERS = List.of("alice", "bob", "carol");

    private final Shell shell;
    private final SplittableRandom chance;
    private final boolean meddles;
    private int patience = 3;

    Person(Shell shell, SplittableRandom chance, boolean meddles) {
        this.shell = shell;
        this.chance = chance;
        this.meddles = meddles;
    }

    Optional<Event> next(Instant now) {
        shell.stop(chance.nextInt(10) == 0);
        return switch (shell.rollout().phase()) {
            case Draft _ -> Optional.of(start(now));
            case AwaitingApproval _ -> Optional.of(decision());
            case Paused _ -> Optional.of(new Event.Resume(somebody()));
            case Halted halted ->
                Optional.of(halted.takingBack() ? again(new Event.RollBack(somebody())) : afterHalt());
            case Rolling _ -> oneIn(4) ? Optional.of(new Event.Promote(somebody())) : meddle();
            case Soaking _, Enlisting _, RollingBack _, Scheduled _ -> meddle();
            case Ended _ -> Optional.empty();
        };
    }

    private Event start(Instant now) {
        Instant later = now.plusSeconds(chance.nextInt(60, 7_200));
        return switch (chance.nextInt(6)) {
            case 0 -> new Event.Start(later, somebody());
            case 1 -> new Event.Schedule(later, somebody());
            default -> new Event.Start(null, somebody());
        };
    }

    private Event decision() {
        return oneIn(20) ? new Event.Reject(somebody()) : new Event.Approve(somebody());
    }

    private Event afterHalt() {
        return switch (chance.nextInt(6)) {
            case 0, 1 -> new Event.RollBack(somebody());
            case 2 -> skip();
            default -> again(new Event.Retry(somebody()));
        };
    }

    private Event skip() {
        return shell.skipping(shell.rows().get(chance.nextInt(shell.rows().size())), somebody());
    }

    private Cause somebody() {
        int who = chance.nextInt(APPROVERS.size() + 1);
        return new Cause(who < APPROVERS.size() ? APPROVERS.get(who) : AUTHOR, "simulated");
    }

    private Event again(Event verb) {
        if (patience == 0) {
            return oneIn(2) ? new Event.Supersede(somebody()) : new Event.Cancel(somebody());
        }
        patience--;
        shell.release();
        return verb;
    }

    private Optional<Event> meddle() {
        if (!meddles) {
            return Optional.empty();
        }
        return switch (chance.nextInt(40)) {
            case 0 -> Optional.of(new Event.Pause(PauseReason.MANUAL, somebody()));
            case 1 -> Optional.of(new Event.Halt(somebody()));
            case 2 -> Optional.of(new Event.RollBack(somebody()));
            case 3 -> Optional.of(new Event.Pause(PauseReason.RESTORED, somebody()));
            case 4, 5, 6 -> Optional.of(skip());
            default -> Optional.empty();
        };
    }

    private boolean oneIn(int times) {
        return chance.nextInt(times) == 0;
    }
}
