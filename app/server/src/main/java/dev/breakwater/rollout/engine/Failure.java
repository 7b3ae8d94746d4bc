package dev.breakwater.rollout.engine;

import dev.breakwater.rollout.engine.Command.Quarantine;
import dev.breakwater.rollout.engine.Phase.Advancing;
import dev.breakwater.rollout.engine.Phase.Halted;
import dev.breakwater.rollout.engine.policy.RollbackPolicy;
import java.util.Optional;

/** What the engine does when a wave fails, and how a rollout is stopped where it stands. */
final class Failure {

    private Failure() {}

    /**
     * Budgets first, of the wave under way and of every one that has passed: its hosts are watched until the rollout is over. Then all
     * judged hosts together; then the wave under way in full.
     */
    static boolean strikes(Course course, Advancing advancing) {
        for (int i = 0; i <= advancing.wave(); i++) {
            if (Judge.overBudget(course.wave(i))) {
                fail(course, i, advancing.wave(), Judge.budgetSpent(course.wave(i)));
                return true;
            }
        }
        Optional<String> suspicion = Suspicion.of(course.policy(), course.tally());
        if (suspicion.isPresent()) {
            fail(course, advancing.wave(), advancing.wave(), suspicion.get());
            return true;
        }
        Verdict verdict = Judge.judge(course.wave(advancing.wave()), null, course.now());
        if (verdict.fails()) {
            fail(course, advancing.wave(), advancing.wave(), verdict.why());
        }
        return verdict.fails();
    }

    /** What it offers must not be offered any more, which says nothing about the hosts that took it: a person decides about them. */
    static boolean meetsQuarantine(Course course, Advancing advancing) {
        String quarantine = course.outside().quarantine();
        if (quarantine == null) {
            return false;
        }
        close(course, advancing.wave(), quarantine);
        halt(course, advancing.wave(), Cause.engine(quarantine));
        return true;
    }

    private static void fail(Course course, int failing, int current, String figures) {
        String why = "wave " + course.wave(failing).name() + ": " + figures;
        close(course, current, why);
        close(course, failing, figures);
        if (condemns(course, current)) {
            course.command(new Quarantine(why));
        }
        RollbackPolicy policy = course.policy().rollback();
        if (policy.isAutomatic()) {
            Rollback.begin(course, failing, Cause.engine(why));
        } else {
            halt(course, failing, Cause.engine(why + policy.reservation()));
        }
    }

    /** A gate that fails before any host has moved speaks of an incident, not of the generation. */
    private static boolean condemns(Course course, int current) {
        return course.touched() > 0
                || course.tally().judged() > 0
                || Gates.failing(course.wave(current)).isEmpty();
    }

    /** Withdraws every offer. Hosts on their way go on reporting, but nothing is decided until a person has. */
    static void halt(Course course, int wave, Cause cause) {
        withdraw(course);
        course.move(new Halted(wave, false, cause.reason()), cause);
    }

    /** Stops hosts from going back, which leaves them in between: only a rollback or another generation leads out. */
    static void haltRollback(Course course, int wave, Cause cause) {
        withdraw(course);
        course.move(new Halted(wave, true, cause.reason()), cause);
    }

    static void close(Course course, int wave, String why) {
        course.change(wave, failed -> failed.judged(Verdict.fail(why)).in(WaveState.FAILED));
    }

    private static void withdraw(Course course) {
        for (int i = 0; i < course.waves(); i++) {
            switch (course.wave(i).directive()) {
                case OFFER, ROLLBACK -> course.direct(i, Directive.WAIT);
                case WAIT, DONE -> {}
            }
        }
    }
}
