package dev.breakwater.rollout.engine.fleet;

import dev.breakwater.rollout.engine.Directive;
import dev.breakwater.rollout.engine.proof.ReportFacts;
import dev.breakwater.rollout.engine.proof.ReportFacts.Check;
import dev.breakwater.rollout.engine.proof.ReportFacts.Phase;
import dev.breakwater.rollout.engine.proof.ReportFacts.Running;
import dev.breakwater.rollout.engine.proof.ReportFacts.Status;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** A simulated host: polls, claims, switches and reports, each in its own way. Knows only what it was told. */
final class Machine {

    /** What a poll answers: an order under an epoch. */
    record Desired(Directive directive, long epoch) {}

    private final String name;
    private final Temper temper;
    private final SplittableRandom chance;
    private boolean runsNew;
    private boolean switching;
    private boolean dead;
    private int healthyReports;

    Machine(String name, Temper temper, SplittableRandom chance) {
        this.name = name;
        this.temper = temper;
        this.chance = chance;
    }

    String oldRef() {
        return "/old/" + name;
    }

    String newRef() {
        return "/new/" + name;
    }

    Temper temper() {
        return temper;
    }

    boolean runsNew() {
        return runsNew;
    }

    void die() {
        dead = true;
    }

    boolean dead() {
        return dead;
    }

    boolean wantsToSwitch(Desired desired) {
        boolean willing = temper != Temper.UNWILLING && temper != Temper.LIAR;
        return desired.directive() == Directive.OFFER && !runsNew && !switching && willing;
    }

    void beginSwitch() {
        switching = true;
    }

    void switchOver() {
        switching = false;
        runsNew = true;
        dead = temper == Temper.BRICK;
    }

    /** What it does on a poll besides switching, and what it says. */
    Optional<ReportFacts> answer(Desired desired) {
        if (switching) {
            return Optional.of(report(desired.epoch(), Phase.ACTIVATING, Status.PASS));
        }
        return switch (desired.directive()) {
            case WAIT, DONE -> Optional.empty();
            case OFFER -> Optional.of(forward(desired.epoch()));
            case ROLLBACK -> Optional.of(backward(desired.epoch()));
        };
    }

    private ReportFacts forward(long epoch) {
        if (temper == Temper.UNWILLING) {
            return report(epoch, Phase.FAILED, Status.PASS);
        }
        if (!runsNew) {
            return report(epoch, temper == Temper.LIAR ? Phase.ACTIVE : Phase.STAGED, Status.PASS);
        }
        if (temper == Temper.QUITTER && healthyReports > 3) {
            runsNew = false;
            return report(epoch, chance.nextBoolean() ? Phase.REVERTED : Phase.IDLE, Status.PASS);
        }
        healthyReports++;
        return report(epoch, temper == Temper.CRASH_LOOPER ? Phase.ACTIVATING : Phase.ACTIVE, health());
    }

    private Status health() {
        return switch (temper) {
            case SICK -> Status.FAIL;
            case CRASH_LOOPER -> Status.UNKNOWN;
            case FLAPPER -> chance.nextInt(10) == 0 ? Status.UNKNOWN : Status.PASS;
            default -> Status.PASS;
        };
    }

    private ReportFacts backward(long epoch) {
        if (temper == Temper.STUCK && runsNew) {
            return report(epoch, Phase.FAILED, Status.PASS);
        }
        runsNew = false;
        return report(epoch, Phase.ACTIVE, Status.PASS);
    }

    private ReportFacts report(long epoch, Phase phase, Status status) {
        String ref = runsNew ? newRef() : oldRef();
        Running running = new Running(ref, ref, ref, "boot-" + healthyReports, phase != Phase.ACTIVATING);
        return new ReportFacts(epoch, phase, running, List.of(new Check("web", status)), null);
    }
}
