package dev.breakwater.rollout.engine;

import dev.breakwater.rollout.engine.Command.RetryHosts;
import dev.breakwater.rollout.engine.Phase.RolledBack;
import dev.breakwater.rollout.engine.Phase.RollingBack;
import dev.breakwater.rollout.engine.policy.RollbackScope;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** Takes every touched host in scope back to its own last good generation. */
final class Rollback {

    private Rollback() {}

    /** Withdraws open offers and steers back in one step, since a wave has one directive. */
    static void begin(Course course, int wave, Cause cause) {
        for (int i = 0; i < course.waves(); i++) {
            steer(course, i, cause);
        }
        course.awaitReading();
        course.move(new RollingBack(wave, cause.reason()), cause);
    }

    /** Begins again after a halt: attempts that failed are forgotten. */
    static void again(Course course, int wave, Cause cause) {
        begin(course, wave, cause);
        backward(course).forEach(i -> course.command(new RetryHosts(i)));
    }

    /** Over when every touched host is back or owed; failed when more cannot go back than may. */
    static boolean conclude(Course course, RollingBack back) {
        int touched = sum(course, counts -> counts.facts().touched());
        int failed = sum(course, counts -> counts.facts().rollbackFailed());
        int budget = course.policy().rollback().maxFailed().of(touched);
        if (failed > budget) {
            String why =
                    "%d of %s failed to roll back, the budget is %d".formatted(failed, Judge.hosts(touched), budget);
            Failure.haltRollback(course, back.wave(), Cause.engine(why));
            return true;
        }
        if (outstanding(course) > 0) {
            return false;
        }
        backward(course).forEach(i -> course.change(i, wave -> wave.in(WaveState.ROLLED_BACK)));
        course.end(new RolledBack(), Cause.engine(account(course)));
        return true;
    }

    /** A wave that has yet to open may hold hosts that were taken over half way: they were touched before. */
    private static void steer(Course course, int index, Cause cause) {
        Wave wave = course.wave(index);
        if (!wave.opened() && wave.counts().facts().touched() == 0) {
            course.change(index, skipped -> skipped.in(WaveState.SKIPPED));
            course.direct(index, Directive.DONE);
        } else if (inScope(course, wave)) {
            course.direct(index, Directive.ROLLBACK);
            if (wave.state() != WaveState.PASSED && wave.state() != WaveState.FAILED) {
                Failure.close(course, index, "rolled back " + cause.by());
            }
        } else {
            course.direct(index, Directive.DONE);
        }
    }

    private static boolean inScope(Course course, Wave wave) {
        RollbackScope scope = course.policy().rollback().scope();
        return scope == RollbackScope.ROLLOUT || wave.state() != WaveState.PASSED;
    }

    private static List<Integer> backward(Course course) {
        return IntStream.range(0, course.waves())
                .filter(i -> course.wave(i).directive() == Directive.ROLLBACK)
                .boxed()
                .toList();
    }

    private static int outstanding(Course course) {
        return sum(
                course,
                counts -> counts.of(HostState.ROLLING_BACK) - counts.facts().owed());
    }

    private static String account(Course course) {
        int back = sum(course, counts -> counts.of(HostState.ROLLED_BACK));
        int owed = sum(course, counts -> counts.facts().owed());
        return "%s back on their last good generation%s"
                .formatted(Judge.hosts(back), owed == 0 ? "" : ", %d owed".formatted(owed));
    }

    private static int sum(Course course, ToIntFunction<Counts> of) {
        return backward(course).stream()
                .mapToInt(i -> of.applyAsInt(course.wave(i).counts()))
                .sum();
    }
}
