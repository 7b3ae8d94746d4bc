package dev.breakwater.rollout.engine.fleet;

import static dev.breakwater.rollout.engine.fleet.Simulation.PERSON;

import dev.breakwater.rollout.engine.Event;
import dev.breakwater.rollout.engine.Phase.AwaitingApproval;
import dev.breakwater.rollout.engine.Phase.Draft;
import dev.breakwater.rollout.engine.Phase.Ended;
import dev.breakwater.rollout.engine.Phase.Halted;
import dev.breakwater.rollout.engine.Phase.PauseReason;
import dev.breakwater.rollout.engine.Phase.Paused;
import dev.breakwater.rollout.engine.Phase.Rolling;
import dev.breakwater.rollout.engine.Phase.RollingBack;
import dev.breakwater.rollout.engine.Phase.Scheduled;
import dev.breakwater.rollout.engine.Phase.Soaking;
import java.util.Optional;
import java.util.SplittableRandom;

/** Looks in now and then: does what the rollout waits for, and meddles a little. Tires of retrying. */
final class Person {

    private final Shell shell;
    private final SplittableRandom chance;
    private final boolean meddles;
    private int patience = 3;

    Person(Shell shell, SplittableRandom chance, boolean meddles) {
        this.shell = shell;
        this.chance = chance;
        this.meddles = meddles;
    }

    Optional<Event> next() {
        shell.stop(chance.nextInt(10) == 0);
        return switch (shell.rollout().phase()) {
            case Draft _ -> Optional.of(new Event.Start(null, PERSON));
            case AwaitingApproval _ -> Optional.of(decision());
            case Paused _ -> Optional.of(new Event.Resume(PERSON));
            case Halted halted -> Optional.of(halted.takingBack() ? again(new Event.RollBack(PERSON)) : afterHalt());
            case Rolling _ -> oneIn(4) ? Optional.of(new Event.Promote(PERSON)) : meddle();
            case Soaking _, RollingBack _, Scheduled _ -> meddle();
            case Ended _ -> Optional.empty();
        };
    }

    private Event decision() {
        return oneIn(10) ? new Event.Reject(PERSON) : new Event.Approve(PERSON);
    }

    private Event afterHalt() {
        return oneIn(3) ? new Event.RollBack(PERSON) : again(new Event.Retry(PERSON));
    }

    private Event again(Event verb) {
        if (patience == 0) {
            return oneIn(2) ? new Event.Supersede(PERSON) : new Event.Cancel(PERSON);
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
            case 0 -> Optional.of(new Event.Pause(PauseReason.MANUAL, PERSON));
            case 1 -> Optional.of(new Event.Halt(PERSON));
            case 2 -> Optional.of(new Event.RollBack(PERSON));
            case 3 -> Optional.of(new Event.Pause(PauseReason.RESTORED, PERSON));
            default -> Optional.empty();
        };
    }

    private boolean oneIn(int times) {
        return chance.nextInt(times) == 0;
    }
}
