package dev.breakwater.rollout.engine;

import dev.breakwater.rollout.engine.Command.Enlist;
import dev.breakwater.rollout.engine.Phase.Advancing;
import dev.breakwater.rollout.engine.Phase.AwaitingApproval;
import dev.breakwater.rollout.engine.Phase.Completed;
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
import dev.breakwater.rollout.engine.Verdict.Result;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What follows from counts and time alone, until nothing more does. */
final class Progress {

    private Progress() {}

    /** Ends: every step either opens a later wave, or takes the open one further, or leaves the way forward for good. */
    static void follow(Course course) {
        boolean moved = true;
        while (moved) {
            moved = !course.unread() && step(course);
        }
    }

    private static boolean step(Course course) {
        return switch (course.phase()) {
            case Draft _, Halted _, Ended _ -> false;
            case Scheduled scheduled -> begin(course, scheduled);
            case Enlisting enlisting -> Failure.strikes(course, enlisting) || enlist(course, enlisting.wave());
            case Advancing advancing ->
                Failure.strikes(course, advancing)
                        || Failure.meetsQuarantine(course, advancing)
                        || Gates.pause(course, advancing)
                        || advance(course, advancing);
            case Paused paused when paused.reason() == PauseReason.RESTORED -> false;
            case Paused paused ->
                paused.resume() instanceof Advancing held
                        && (Failure.strikes(course, held) || Failure.meetsQuarantine(course, held));
            case RollingBack back -> Rollback.conclude(course, back);
        };
    }

    private static boolean begin(Course course, Scheduled scheduled) {
        List<Dependency> lost = Dependencies.lost(course.outside(), scheduled);
        if (!lost.isEmpty()) {
            String why = Dependencies.standing(lost);
            course.move(new Paused(scheduled, PauseReason.DEPENDENCY, why), Cause.engine(why));
            return true;
        }
        if (course.now().isBefore(scheduled.notBefore())
                || course.outside().quarantine() != null
                || !Dependencies.met(course.outside(), scheduled, course.now())
                || Gates.barringStart(course.wave(0), scheduled.notBefore()).isPresent()) {
            return false;
        }
        course.open(0, Cause.engine("its time has come"));
        return true;
    }

    private static boolean advance(Course course, Advancing advancing) {
        int wave = advancing.wave();
        Verdict verdict = Judge.judge(course.wave(wave), soakUntil(advancing), course.now());
        course.change(wave, judged -> judged.judged(verdict));
        return switch (advancing) {
            case Rolling _ -> verdict.settles() && settle(course, wave, verdict);
            case Soaking _ when !verdict.settles() -> reopen(course, wave, verdict);
            case Soaking _ -> verdict.result() == Result.PASS && soaked(course, wave, Cause.engine(verdict.why()));
            case AwaitingApproval _ -> !verdict.settles() && reopen(course, wave, verdict);
            case Enlisting _ -> false;
        };
    }

    /** Once its hosts are listed, the wave opens; where nobody has come, it is skipped. */
    private static boolean enlist(Course course, int wave) {
        if (!course.wave(wave).enlisted()) {
            course.command(new Enlist(wave));
            return false;
        }
        int joined = course.wave(wave).counts().total();
        if (joined == 0) {
            Verdict nobody = new Verdict(Result.PASS, "no host has come to match: it is skipped");
            course.change(wave, skipped -> skipped.judged(nobody).in(WaveState.SKIPPED));
            course.end(new Completed(), Cause.engine("wave " + course.wave(wave).name() + ": " + nobody.why()));
        } else {
            course.open(wave, Cause.engine(Judge.hosts(joined) + " joined"));
        }
        return true;
    }

    private static @Nullable Instant soakUntil(Advancing advancing) {
        return advancing instanceof Soaking soaking ? soaking.until() : null;
    }

    private static boolean settle(Course course, int wave, Verdict verdict) {
        if (verdict.result() == Result.PASS) {
            return soaked(course, wave, Cause.engine(verdict.why()));
        }
        course.change(wave, settled -> settled.in(WaveState.SOAKING));
        course.move(course.soaking(wave), Cause.engine(verdict.why()));
        return true;
    }

    /** A settled host fell back, or is in doubt: the soak was for nothing and will begin anew. */
    private static boolean reopen(Course course, int wave, Verdict verdict) {
        course.change(wave, reopened -> reopened.in(WaveState.OPEN));
        course.askAgain(wave, "the wave has changed since: " + verdict.why());
        course.move(new Rolling(wave), Cause.engine(verdict.why()));
        return true;
    }

    /** The wave has nothing left to show but a person's approval, where one is asked for. */
    static boolean soaked(Course course, int wave, Cause cause) {
        if (course.wave(wave).policy().clearance().approval()) {
            course.change(wave, soaked -> soaked.in(WaveState.SOAKING));
            course.move(new AwaitingApproval(wave), cause);
        } else {
            pass(course, wave, cause);
        }
        return true;
    }

    static void pass(Course course, int wave, Cause cause) {
        course.change(wave, passed -> passed.in(WaveState.PASSED));
        if (wave + 1 < course.waves()) {
            course.begin(wave + 1, cause);
        } else {
            course.end(new Completed(), cause);
        }
    }
}
