package dev.breakwater.rollout.engine;

import static dev.breakwater.rollout.engine.Objections.ignored;
import static dev.breakwater.rollout.engine.Objections.none;
import static dev.breakwater.rollout.engine.Objections.over;
import static dev.breakwater.rollout.engine.Objections.refused;

import dev.breakwater.rollout.engine.Phase.Advancing;
import dev.breakwater.rollout.engine.Phase.AwaitingApproval;
import dev.breakwater.rollout.engine.Phase.Draft;
import dev.breakwater.rollout.engine.Phase.Ended;
import dev.breakwater.rollout.engine.Phase.Enlisting;
import dev.breakwater.rollout.engine.Phase.Halted;
import dev.breakwater.rollout.engine.Phase.Paused;
import dev.breakwater.rollout.engine.Phase.Rolling;
import dev.breakwater.rollout.engine.Phase.RollingBack;
import dev.breakwater.rollout.engine.Phase.Scheduled;
import dev.breakwater.rollout.engine.Phase.Soaking;
import dev.breakwater.rollout.engine.policy.Approvals;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Yes and no to a wave that asks. An approval is given on what the wave has shown, so none can be given before. */
public final class Approving {

    private Approving() {}

    static Optional<Outcome> approve(Course course, Cause cause) {
        return switch (course.phase()) {
            case AwaitingApproval(int wave) -> approve(course, wave, cause);
            case Paused _ -> refused("it is paused; resume it first");
            case Draft _, Scheduled _, RollingBack _, Halted _ -> unasked();
            case Rolling _, Enlisting _, Soaking _ -> late(course, cause);
            case Ended _ -> over(course);
        };
    }

    /** Says no to going on, not that the generation is bad: hosts stay as they are until a person decides what becomes of them. */
    static Optional<Outcome> reject(Course course, Cause cause) {
        return switch (course.phase()) {
            case AwaitingApproval(int wave) -> Stopping.stop(course, wave, "rejected ", cause);
            case Paused _ -> refused("it is paused; resume it first");
            case Halted _ -> ignored("it is halted already");
            case Draft _, Scheduled _, Rolling _, Enlisting _, Soaking _, RollingBack _ -> unasked();
            case Ended _ -> over(course);
        };
    }

    private static Optional<Outcome> approve(Course course, int index, Cause cause) {
        if (course.consent().has(cause.actor(), index, course.now())) {
            return ignored(cause.actor() + " has approved it already");
        }
        Optional<String> bar = bar(course.consent(), course.policy().approvals(), cause.actor());
        if (bar.isPresent()) {
            return refused(bar.get());
        }
        Wave wave = course.wave(index);
        Verdict verdict = Judge.judge(wave, null, course.now());
        if (!verdict.settles()) {
            return refused("wave " + wave.name() + " has changed since it asked: " + verdict.why());
        }
        Optional<GateFact> objecting = Gates.objecting(wave);
        if (objecting.isPresent()) {
            return refused(objecting.get().sentence());
        }
        agree(course, index, cause);
        return none();
    }

    private static void agree(Course course, int index, Cause cause) {
        course.approve(index, cause);
        int given = course.consent().standing(index, course.now()).size();
        if (given < course.policy().approvals().required()) {
            course.move(new AwaitingApproval(index), cause);
        } else {
            Progress.pass(course, index, cause);
        }
    }

    /** Why the actor's yes to the wave would not be taken. */
    public static Optional<String> objection(Rollout rollout, int wave, String actor, Instant now) {
        Consent consent = rollout.outside().consent();
        return consent.has(actor, wave, now)
                ? Optional.of("you have approved it already")
                : bar(consent, rollout.policy().approvals(), actor);
    }

    /** Four eyes: nobody approves what is their own, and where people are named, nobody else does. */
    private static Optional<String> bar(Consent consent, Approvals approvals, String actor) {
        if (consent.barred().contains(actor)) {
            return Optional.of("whoever drafted it or edited it last cannot approve it");
        }
        List<String> from = approvals.from();
        return from.isEmpty() || from.contains(actor)
                ? Optional.empty()
                : Optional.of("only %s may approve it".formatted(String.join(", ", from)));
    }

    /** The answer to the first try may have been lost: who approved the wave before may say so again. */
    private static Optional<Outcome> late(Course course, Cause cause) {
        int before = course.phase() instanceof Advancing advancing ? advancing.wave() - 1 : -1;
        return course.consent().has(cause.actor(), before, course.now())
                ? ignored("%s has approved wave %s already"
                        .formatted(cause.actor(), course.wave(before).name()))
                : unasked();
    }

    /** {@code 1 of 2 given (bob)}. */
    static String standing(Rollout rollout, int wave, Instant now) {
        Approvals approvals = rollout.policy().approvals();
        List<Approval> given = rollout.outside().consent().standing(wave, now);
        String who = String.join(", ", given.stream().map(Approval::actor).toList());
        return "%d of %d given%s".formatted(given.size(), approvals.required(), who.isEmpty() ? "" : " (" + who + ")");
    }

    private static Optional<Outcome> unasked() {
        return refused("it does not wait for approval");
    }
}
