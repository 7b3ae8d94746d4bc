package dev.breakwater.rollout;

import dev.breakwater.generation.GenerationId;
import dev.breakwater.generation.Generations;
import dev.breakwater.host.HostProperties;
import dev.breakwater.rollout.ClaimAnswer.Granted;
import dev.breakwater.rollout.ClaimAnswer.NotNow;
import dev.breakwater.rollout.ClaimAnswer.Withdrawn;
import dev.breakwater.rollout.Claims.Claim;
import dev.breakwater.rollout.engine.WaveState;
import dev.breakwater.rollout.engine.policy.Limit;
import dev.breakwater.rollout.store.ClaimStore;
import dev.breakwater.rollout.store.ClaimStore.Claimant;
import dev.breakwater.rollout.store.Turn;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Why a claim is granted, put off or refused. Reads rows under the claim's locks, changes none. */
@Component
class ClaimRules {
    /** A limit frees itself as hosts settle. */
    private static final Duration SOON = Duration.ofSeconds(3);
    /** A person has to act. */
    private static final Duration LATER = Duration.ofSeconds(20);

    private final ClaimStore counts;
    private final Generations generations;
    private final SpecJson specs;
    private final HostProperties hosts;
    private final CalendarRule calendars;

    ClaimRules(
            ClaimStore counts, Generations generations, SpecJson specs, HostProperties hosts, CalendarRule calendars) {
        this.counts = counts;
        this.generations = generations;
        this.specs = specs;
        this.hosts = hosts;
        this.calendars = calendars;
    }

    ClaimAnswer forward(Claim claim) {
        if (claim.turn().state().equals("FAILED")) {
            return new Withdrawn(
                    "already_failed",
                    "This host failed under this epoch: " + claim.turn().reason());
        }
        if (claim.turn().state().equals("SKIPPED")) {
            return new Withdrawn("withdrawn", "This host is skipped.");
        }
        var host = counts.claimant(claim.turn().hostId(), claim.now());
        var standing = standing(claim, host);
        if (standing != null) {
            return standing;
        }
        if (generations.isQuarantined(new GenerationId(claim.orders().generationId()), host.labels())) {
            return new Withdrawn("quarantined", "The generation is quarantined for this host.");
        }
        if (claim.isClaimed()) {
            return new Granted();
        }
        var closed = calendars.refuse(claim, host.labels());
        return closed == null ? ration(claim, host) : closed;
    }

    ClaimAnswer back(Claim claim) {
        var turn = claim.turn();
        if (!turn.touched() || turn.rollbackRef() == null) {
            return new Withdrawn("withdrawn", "This host was not touched: it has nothing to go back from.");
        }
        var host = counts.claimant(turn.hostId(), claim.now());
        var standing = standing(claim, host);
        if (standing != null) {
            return standing;
        }
        var granted = turn.rollbackClaimedAt() != null && !turn.rollbackFailed();
        return granted || isDown(turn, host) ? new Granted() : rationBack(claim);
    }

    /** Failed hosts go first, outside the limit: they are down already. */
    private static boolean isDown(Turn turn, Claimant host) {
        return turn.reason() != null || host.unhealthy();
    }

    private static @Nullable ClaimAnswer standing(Claim claim, Claimant host) {
        if (claim.stop().stopped()) {
            return notNow(
                    "global_stop", "All rollouts are stopped: " + claim.stop().reason(), LATER);
        }
        if (claim.orders().phase().equals("PAUSED")) {
            return notNow(
                    "rollout_paused",
                    "Rollout %s is paused.".formatted(claim.orders().rollout()),
                    LATER);
        }
        return host.hold() == null ? null : notNow("host_held", "This host is held: " + host.hold(), LATER);
    }

    private ClaimAnswer ration(Claim claim, Claimant host) {
        if (claim.turn().deferred() && claim.orders().waveState() == WaveState.SOAKING) {
            return notNow(
                    "wave_soaking",
                    "Wave %s soaks; this host joins when it has passed."
                            .formatted(claim.orders().wave()),
                    LATER);
        }
        var limit = specs.read(claim.rollout().spec()).policy().limits().maxUnavailable();
        if (limit == null || host.unhealthy()) {
            return new Granted();
        }
        var rollout = claim.rollout();
        var claimed = counts.claimed(rollout.id());
        return within(limit, counts.planned(rollout.id()), claimed, rollout.down());
    }

    private ClaimAnswer rationBack(Claim claim) {
        var limit = specs.read(claim.rollout().spec()).policy().rollback().maxUnavailable();
        if (limit == null) {
            return new Granted();
        }
        var rollout = claim.rollout().id();
        if (counts.laterWaveGoesFirst(rollout, claim.turn().wave(), claim.now(), hosts.offlineAfter())) {
            return notNow("newer_wave_first", "Hosts of later waves go back first.", SOON);
        }
        return within(limit, counts.touched(rollout), counts.goingBack(rollout), 0);
    }

    /** At least one may move, or nothing ever would: the plan's lint has warned of a limit that rounds to none. */
    private static ClaimAnswer within(Limit limit, int whole, int moving, int down) {
        var allowed = Math.max(1, limit.of(whole));
        if (moving + down < allowed) {
            return new Granted();
        }
        return notNow(
                "max_unavailable",
                "%d hosts are moving and %d are down, %d may be unavailable.".formatted(moving, down, allowed),
                SOON);
    }

    /** Spread, so that hosts turned away together do not come back together. */
    private static NotNow notNow(String code, String why, Duration least) {
        var spread = ThreadLocalRandom.current().nextLong(least.toMillis());
        return new NotNow(code, why, least.plusMillis(spread));
    }
}
