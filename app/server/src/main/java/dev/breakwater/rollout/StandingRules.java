package dev.breakwater.rollout;

import static dev.breakwater.rollout.Ruling.LATER;
import static dev.breakwater.rollout.Ruling.holds;
import static dev.breakwater.rollout.Ruling.notNow;
import static dev.breakwater.rollout.Ruling.withdrawn;

import dev.breakwater.rollout.engine.WaveState;
import java.util.Objects;

/** Rules that ask where a claim's host and rollout stand, and count nothing. */
final class StandingRules {
    private StandingRules() {}

    static Ruling stop(Claim claim) {
        var rule = "no global stop";
        return claim.stop().stopped()
                ? notNow(
                        rule,
                        "global_stop",
                        "All rollouts are stopped: " + claim.stop().reason(),
                        LATER)
                : holds(rule, "claims are granted");
    }

    static Ruling epoch(Claim claim) {
        var rule = "order still stands";
        return claim.epoch() == claim.orders().epoch()
                ? holds(rule, "epoch " + claim.epoch())
                : withdrawn(
                        rule,
                        "stale_epoch",
                        "The offer under epoch %d is gone; read what is desired now.".formatted(claim.epoch()));
    }

    static Ruling paused(Claim claim) {
        var rule = "rollout not paused";
        var orders = claim.orders();
        return orders.phase().equals("PAUSED")
                ? notNow(rule, "rollout_paused", "Rollout %s is paused.".formatted(orders.rollout()), LATER)
                : holds(rule, orders.rollout() + " is " + orders.phase());
    }

    static Ruling hold(Claim claim) {
        var rule = "not held";
        var hold = claim.host().hold();
        return hold == null ? holds(rule, "no hold") : notNow(rule, "host_held", "This host is held: " + hold, LATER);
    }

    static Ruling conflict(Claim claim) {
        var rule = "no conflict after a restore";
        return claim.orders().conflict()
                ? notNow(
                        rule,
                        "host_conflict",
                        "This host has seen orders that the database, restored to an earlier state, does not know; a person has to decide.",
                        LATER)
                : holds(rule, "its epochs are known");
    }

    static Ruling offered(Claim claim) {
        var rule = "offered";
        var wave = claim.orders().wave();
        return switch (claim.orders().directive()) {
            case OFFER -> notFailed(rule, claim);
            case WAIT -> withdrawn(rule, "withdrawn", "Wave %s offers nothing now.".formatted(wave));
            case DONE -> withdrawn(rule, "withdrawn", "No rollout offers this host anything.");
            case ROLLBACK -> withdrawn(rule, "withdrawn", "Wave %s goes back.".formatted(wave));
        };
    }

    private static Ruling notFailed(String rule, Claim claim) {
        return switch (claim.turn().state()) {
            case "FAILED" ->
                withdrawn(
                        rule,
                        "already_failed",
                        "This host failed under this epoch: " + claim.turn().reason());
            case "SKIPPED" -> withdrawn(rule, "withdrawn", "This host is skipped.");
            default ->
                holds(rule, claim.turn().toRef() + " by wave " + claim.orders().wave());
        };
    }

    /** A host that was away joins its wave while the wave is open, or once it has passed; not while the others are watched. */
    static Ruling soak(Claim claim) {
        var rule = "wave not soaking";
        return claim.turn().deferred() && claim.orders().waveState() == WaveState.SOAKING
                ? notNow(
                        rule,
                        "wave_soaking",
                        "Wave %s soaks; this host joins when it has passed."
                                .formatted(claim.orders().wave()),
                        LATER)
                : holds(
                        rule,
                        "wave %s is %s"
                                .formatted(claim.orders().wave(), claim.orders().waveState()));
    }

    static Ruling touched(Claim claim) {
        var rule = "has something to go back from";
        var turn = claim.turn();
        return turn.touched() && turn.rollbackRef() != null
                ? holds(rule, "back to " + turn.rollbackRef())
                : withdrawn(rule, "withdrawn", "This host was not touched: it has nothing to go back from.");
    }

    /** Failed hosts go first, outside the limit: they are down already. */
    static boolean isDown(Claim claim) {
        return claim.turn().reason() != null || claim.host().unhealthy();
    }

    static String why(Claim claim) {
        return "it is down already: "
                + Objects.requireNonNullElse(claim.turn().reason(), "its last report says that it is not healthy");
    }
}
