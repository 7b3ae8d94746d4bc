package dev.breakwater.rollout.engine;

import dev.breakwater.rollout.engine.policy.WavePolicy;
import dev.breakwater.rollout.engine.policy.WaveSize;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One ordered slice of a plan. {@code openedAt} is null until it is first opened; {@code enlisted}: the hosts that join it have been
 * listed, which are none in a wave that was planned.
 */
public record Wave(
        WavePolicy policy,
        WaveState state,
        Directive directive,
        Counts counts,
        @Nullable Instant openedAt,
        @Nullable Verdict verdict,
        List<GateFact> gates,
        boolean enlisted) {

    public Wave {
        gates = List.copyOf(gates);
    }

    public Wave(
            WavePolicy policy,
            WaveState state,
            Directive directive,
            Counts counts,
            @Nullable Instant openedAt,
            @Nullable Verdict verdict) {
        this(policy, state, directive, counts, openedAt, verdict, List.of(), false);
    }

    public static Wave pending(WavePolicy policy, int hosts) {
        return new Wave(policy, WaveState.PENDING, Directive.WAIT, Counts.pending(hosts), null, null);
    }

    public String name() {
        return policy.name();
    }

    /** Its hosts are those that have come to match when its turn comes, and are listed only then. */
    public boolean isForNewcomers() {
        return policy.size() instanceof WaveSize.Newcomers;
    }

    public boolean opened() {
        return openedAt != null;
    }

    /** A deferred host that returns joins its wave while it is open or once it has passed: a soak is not begun anew for it. */
    public boolean admitsDeferred() {
        return directive == Directive.OFFER && state != WaveState.SOAKING;
    }

    /** The hosts that join it have been listed, if so. */
    public Wave enlisted(boolean enlisted) {
        return new Wave(policy, state, directive, counts, openedAt, verdict, gates, enlisted);
    }

    public Wave counting(Counts counts) {
        return new Wave(policy, state, directive, counts, openedAt, verdict, gates, enlisted);
    }

    /** What its gates said last. */
    public Wave hearing(List<GateFact> gates) {
        return new Wave(policy, state, directive, counts, openedAt, verdict, gates, enlisted);
    }

    /** What gates said before counts no more. */
    Wave unheard() {
        return hearing(gates.stream().map(GateFact::unread).toList());
    }

    Wave openAt(Instant now) {
        return new Wave(policy, WaveState.OPEN, Directive.OFFER, counts, now, null, gates, enlisted);
    }

    Wave in(WaveState state) {
        return new Wave(policy, state, directive, counts, openedAt, verdict, gates, enlisted);
    }

    Wave under(Directive directive) {
        return new Wave(policy, state, directive, counts, openedAt, verdict, gates, enlisted);
    }

    Wave judged(Verdict verdict) {
        return new Wave(policy, state, directive, counts, openedAt, verdict, gates, enlisted);
    }
}
