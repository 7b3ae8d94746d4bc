package dev.breakwater.rollout.engine;

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
import dev.breakwater.rollout.engine.Verdict.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The timer or the person a rollout waits for. {@code waitingFor} is null only where the rollout is over; {@code nextCheckAt} is null
 * where no time will change anything.
 */
public record Waiting(@Nullable String waitingFor, @Nullable Instant nextCheckAt) {

    /** A gate's change of mind and another rollout's end wake the rollout; this is for when that is missed. */
    private static final Duration LOOK = Duration.ofSeconds(30);

    public static Waiting of(Rollout rollout, Instant now) {
        return switch (rollout.phase()) {
            case Draft() -> new Waiting("a person to start it", null);
            case Scheduled scheduled -> start(rollout, scheduled, now);
            case Rolling(int wave) -> new Waiting(answers(rollout.waves().get(wave), now), deadline(rollout));
            case Enlisting _ -> new Waiting("the hosts that have come to match to be listed", now.plus(Course.SOON));
            case Soaking soaking -> soak(rollout, soaking, now);
            case AwaitingApproval(int wave) -> approval(rollout, wave, now);
            case Paused paused -> new Waiting(resumption(rollout, paused), deadline(rollout));
            case RollingBack _ -> new Waiting(homecoming(rollout), deadline(rollout));
            case Halted halted -> new Waiting(decision(rollout, halted), null);
            case Ended _ -> new Waiting(null, null);
        };
    }

    private static Waiting start(Rollout rollout, Scheduled scheduled, Instant now) {
        Instant notBefore = scheduled.notBefore();
        List<Dependency> unmet = Dependencies.unmet(rollout.outside(), scheduled, now);
        if (now.isBefore(notBefore)) {
            String also = unmet.isEmpty() ? "" : ", and for what it depends on: " + Dependencies.standing(unmet);
            return new Waiting("its start at " + notBefore + also + released(rollout), notBefore);
        }
        if (rollout.outside().quarantine() != null) {
            return new Waiting("a person to cancel it" + released(rollout), now.plus(LOOK));
        }
        if (!unmet.isEmpty()) {
            Instant metAt = Dependencies.metAt(rollout.outside(), scheduled);
            Instant next = metAt == null || metAt.isBefore(now) ? now.plus(LOOK) : metAt;
            return new Waiting("what it depends on: " + Dependencies.standing(unmet), next);
        }
        return Gates.barringStart(rollout.waves().getFirst(), notBefore)
                .map(gate -> new Waiting("the start's all-clear: " + gate.sentence(), now.plus(LOOK)))
                .orElseGet(() -> new Waiting("its start at " + notBefore, notBefore));
    }

    private static String released(Rollout rollout) {
        String quarantine = rollout.outside().quarantine();
        return quarantine == null ? "" : ", or to release the quarantine it meets (%s)".formatted(quarantine);
    }

    private static Waiting approval(Rollout rollout, int wave, Instant now) {
        List<Approval> given = rollout.outside().consent().standing(wave, now);
        String name = rollout.waves().get(wave).name();
        String so = given.isEmpty() && rollout.policy().approvals().required() == 1
                ? ""
                : ", " + Approving.standing(rollout, wave, now);
        Instant expiry = given.stream()
                .map(Approval::expiresAt)
                .min(Comparator.naturalOrder())
                .orElse(null);
        Instant next = earliest(Stream.of(deadline(rollout), expiry));
        return new Waiting("a person to approve wave " + name + so, next);
    }

    private static String resumption(Rollout rollout, Paused paused) {
        if (paused.reason() == PauseReason.DEPENDENCY) {
            return "a person to resume it without what it depends on, or to cancel it" + aside(paused.why());
        }
        String resumed = "a person to resume it" + aside(paused.why());
        return Gates.recovered(rollout, paused) ? resumed + ", all its gates pass again" : resumed;
    }

    private static String aside(String why) {
        return why.isBlank() ? "" : " (" + why + ")";
    }

    private static String answers(Wave wave, Instant now) {
        Verdict verdict = Judge.judge(wave, null, now);
        if (verdict.result() == Result.NO_DATA) {
            return "hosts of wave %s to return, or a person to promote it: %s".formatted(wave.name(), verdict.why());
        }
        return "hosts of wave %s: %s".formatted(wave.name(), verdict.why());
    }

    private static Waiting soak(Rollout rollout, Soaking soaking, Instant now) {
        Wave wave = rollout.waves().get(soaking.wave());
        if (now.isBefore(soaking.until())) {
            Instant next = earliest(Stream.of(soaking.until(), deadline(rollout)));
            return new Waiting("the soak of wave " + wave.name() + " until " + soaking.until(), next);
        }
        Verdict verdict = Judge.judge(wave, soaking.until(), now);
        String what = wave.counts().facts().staleSince() == null ? "the gates of wave " : "hosts of wave ";
        Instant next = earliest(Stream.of(Gates.patience(wave, soaking), deadline(rollout)));
        return new Waiting(what + wave.name() + ": " + verdict.why(), next);
    }

    private static String homecoming(Rollout rollout) {
        int out = rollout.waves().stream()
                .mapToInt(wave -> wave.counts().of(HostState.ROLLING_BACK)
                        - wave.counts().facts().owed())
                .sum();
        return Judge.hosts(out) + " to prove their last good generation";
    }

    private static String decision(Rollout rollout, Halted halted) {
        if (halted.takingBack()) {
            return "a person to roll it back again, supersede or cancel it";
        }
        boolean quarantined = rollout.outside().quarantine() != null;
        String choices = switch (rollout.policy().rollback().permission()) {
            case ALLOWED -> "a person to retry it, roll it back, supersede or cancel it";
            case APPROVAL -> "a person to retry, supersede or cancel it, or an approver to roll it back";
            case FORBIDDEN -> "a person to retry, supersede or cancel it; it must not be rolled back";
        };
        return quarantined
                ? choices.replaceFirst("retry( it)?, ", "") + released(rollout) + ", and then retry it"
                : choices;
    }

    /** The next host to miss a deadline; where the rows do not say yet, when the open wave's first one would. */
    private static @Nullable Instant deadline(Rollout rollout) {
        return earliest(rollout.waves().stream().filter(Waiting::steers).map(Waiting::deadline));
    }

    private static boolean steers(Wave wave) {
        return switch (wave.directive()) {
            case OFFER, ROLLBACK -> true;
            case WAIT, DONE -> false;
        };
    }

    private static @Nullable Instant deadline(Wave wave) {
        Instant opened = wave.openedAt();
        Instant known = wave.counts().facts().nextDeadline();
        if (known != null || opened == null || wave.counts().inFlight() == 0) {
            return known;
        }
        return opened.plus(wave.policy().deadline());
    }

    private static @Nullable Instant earliest(Stream<@Nullable Instant> instants) {
        return instants.filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null);
    }
}
