package dev.breakwater.rollout.engine;

import dev.breakwater.rollout.engine.Verdict.Result;
import dev.breakwater.rollout.engine.policy.Limit;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judges a wave by its counts and gates: the budget first, and failing as early as failure is certain. Acts on nothing. */
public final class Judge {

    private Judge() {}

    /** {@code soakUntil} is null while the wave does not soak. */
    public static Verdict judge(Wave wave, @Nullable Instant soakUntil, Instant now) {
        Counts counts = wave.counts();
        if (overBudget(wave)) {
            return Verdict.fail(budgetSpent(wave));
        }
        Optional<GateFact> failing = Gates.failing(wave);
        if (failing.isPresent()) {
            return Verdict.fail(failing.get().sentence());
        }
        if (counts.allSkipped()) {
            return new Verdict(Result.PASS, "no host of the wave is left to move");
        }
        int needed = needed(wave);
        if (counts.settled() < needed || (counts.inFlight() > 0 && waitsForAll(wave))) {
            return unsettled(wave, needed);
        }
        return soaked(wave, soakUntil, now);
    }

    /** Holds for a wave that has passed, too: its hosts are watched for as long as the rollout runs. */
    static boolean overBudget(Wave wave) {
        return wave.counts().lost() > budget(wave);
    }

    static String budgetSpent(Wave wave) {
        Counts counts = wave.counts();
        int silent = counts.of(HostState.SILENT);
        return "%d of %s failed%s, the budget is %d"
                .formatted(
                        counts.lost(),
                        hosts(counts.total()),
                        silent == 0 ? "" : " (%d by silence)".formatted(silent),
                        budget(wave));
    }

    static int budget(Wave wave) {
        return wave.policy().budget().maxFailed().of(wave.counts().total());
    }

    /** At least one: a wave of which nobody has settled has proved nothing. */
    static int needed(Wave wave) {
        Limit asked = wave.policy().budget().minSettled();
        Counts counts = wave.counts();
        int needed = asked == null ? counts.judgeable() - counts.lost() : asked.of(counts.judgeable());
        return Math.max(1, needed);
    }

    static String hosts(int count) {
        return count == 1 ? "1 host" : count + " hosts";
    }

    private static boolean waitsForAll(Wave wave) {
        return wave.policy().budget().minSettled() == null;
    }

    private static Verdict unsettled(Wave wave, int needed) {
        Counts counts = wave.counts();
        int absent = counts.deferred() + counts.of(HostState.HELD);
        if (counts.settled() + counts.inFlight() + absent < needed) {
            return Verdict.fail("%d of %s settled and %d more may, %d are needed"
                    .formatted(counts.settled(), hosts(counts.total()), counts.inFlight(), needed));
        }
        String settled = "%d of %d needed hosts settled".formatted(counts.settled(), needed);
        if (counts.inFlight() == 0) {
            return new Verdict(Result.NO_DATA, "%s, all others are offline, held or failed".formatted(settled));
        }
        return new Verdict(Result.WAITING, "%s, %d still to answer".formatted(settled, counts.inFlight()));
    }

    private static Verdict soaked(Wave wave, @Nullable Instant soakUntil, Instant now) {
        Counts counts = wave.counts();
        String settled = "%d of %s settled".formatted(counts.settled(), hosts(counts.judgeable()));
        Instant stale = counts.facts().staleSince();
        if (soakUntil == null) {
            return new Verdict(Result.SOAK, settled);
        }
        if (now.isBefore(soakUntil)) {
            return new Verdict(Result.SOAK, "%s and soak until %s".formatted(settled, soakUntil));
        }
        if (stale != null) {
            return new Verdict(
                    Result.SOAK, "%s and have soaked, but one has not reported since %s".formatted(settled, stale));
        }
        return Gates.closed(wave, soakUntil)
                .map(gate -> new Verdict(Result.SOAK, "%s and have soaked, but %s".formatted(settled, gate.sentence())))
                .orElseGet(() -> new Verdict(Result.PASS, "%s and stayed so through the soak".formatted(settled)));
    }
}
