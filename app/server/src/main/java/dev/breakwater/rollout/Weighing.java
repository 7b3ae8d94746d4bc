package dev.breakwater.rollout;

import static java.util.Objects.requireNonNull;

import dev.breakwater.host.HostId;
import dev.breakwater.host.HostReport;
import dev.breakwater.host.Hosts;
import dev.breakwater.rollout.engine.Directive;
import dev.breakwater.rollout.engine.HostState;
import dev.breakwater.rollout.engine.WaveState;
import dev.breakwater.rollout.engine.proof.Orders;
import dev.breakwater.rollout.engine.proof.Proof;
import dev.breakwater.rollout.engine.proof.ProofResult;
import dev.breakwater.rollout.store.Turn;
import dev.breakwater.rollout.store.TurnStore;
import dev.breakwater.rollout.store.TurnStore.Weighed;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Folds reports into their hosts' rows, in the reports' transaction, and wakes the rollouts where that could change a decision. */
@Component
class Weighing {
    private final TurnStore turns;
    private final Hosts hosts;
    private final RolloutLog log;
    private final Waker waker;

    Weighing(TurnStore turns, Hosts hosts, RolloutLog log, Waker waker) {
        this.turns = turns;
        this.hosts = hosts;
        this.log = log;
        this.waker = waker;
    }

    /** One report of each host. */
    void weigh(Map<HostId, HostReport> reports, Instant now) {
        var speaking = new HashMap<UUID, HostReport>();
        reports.forEach((host, report) -> {
            if (report.epoch() != null) {
                speaking.put(host.value(), report);
            }
        });
        var locked = speaking.isEmpty() ? List.<Turn>of() : turns.lock(speaking.keySet());
        if (locked.isEmpty()) {
            return;
        }
        var orders = turns.orders(locked);
        for (var turn : locked) {
            weigh(turn, requireNonNull(orders.get(turn.hostId())), requireNonNull(speaking.get(turn.hostId())), now);
        }
    }

    private void weigh(Turn turn, TurnStore.Orders orders, HostReport report, Instant now) {
        var epoch = requireNonNull(report.epoch());
        if (orders.epoch() == epoch && !orders.conflict()) {
            weigh(turn, orders, epoch, report, now);
        }
    }

    private void weigh(Turn turn, TurnStore.Orders orders, long epoch, HostReport report, Instant now) {
        var result = Proof.weigh(
                Evidence.turn(turn),
                new Orders(orders.directive(), orders.epoch(), orders.minHealthy()),
                Evidence.facts(report));
        var weighed = weighed(turn, orders, result);
        if (!same(turn, weighed)) {
            turns.weighed(turn, weighed, new TurnStore.Epochs(epoch, orders.epoch()), now);
        }
        if (!weighed.state().equals(turn.state())) {
            tell(turn, orders, result, now);
            waker.wakeAfterCommit(turn.rolloutId());
        }
    }

    private static boolean same(Turn turn, Weighed weighed) {
        return !weighed.speaks()
                && weighed.state().equals(turn.state())
                && weighed.deferred() == turn.deferred()
                && weighed.touched() == turn.touched()
                && weighed.healthyStreak() == turn.healthyStreak()
                && weighed.rollbackFailed() == turn.rollbackFailed();
    }

    private static Weighed weighed(Turn turn, TurnStore.Orders orders, ProofResult result) {
        var state = stored(turn, orders, result.next());
        var waits = state.equals("OFFERED") || state.equals("PENDING");
        return new Weighed(
                state,
                reason(turn, result),
                result.touched(),
                result.healthyStreak(),
                result.rollbackFailed(),
                turn.deferred() && waits && orders.waveState() == WaveState.SOAKING,
                waits && orders.directive() == Directive.OFFER);
    }

    /** A host that failed keeps saying why until it has proved the contrary; on its way back, too. */
    private static @Nullable String reason(Turn turn, ProofResult result) {
        if (result.reason() != null) {
            return result.reason() + ": " + result.why();
        }
        return switch (result.next()) {
            case OFFERED, CLAIMED, SETTLED -> null;
            case PENDING, DEFERRED, FAILED, SILENT, ROLLING_BACK, ROLLED_BACK, SKIPPED, HELD -> turn.reason();
        };
    }

    /** Only what a host brought about itself is written to its row; the rest is derived from its wave's directive. */
    private static String stored(Turn turn, TurnStore.Orders orders, HostState next) {
        return switch (next) {
            case OFFERED, CLAIMED, SETTLED, FAILED, SILENT, ROLLING_BACK, ROLLED_BACK -> next.name();
            case PENDING, DEFERRED, SKIPPED, HELD ->
                orders.directive() == Directive.OFFER && turn.state().equals("PENDING") ? "OFFERED" : turn.state();
        };
    }

    private void tell(Turn turn, TurnStore.Orders orders, ProofResult result, Instant now) {
        switch (result.next()) {
            case SETTLED -> arrived(turn, orders, HostState.SETTLED, turn.toRef(), now);
            case ROLLED_BACK -> arrived(turn, orders, HostState.ROLLED_BACK, turn.rollbackRef(), now);
            case FAILED ->
                tell(turn, orders, HostState.FAILED, turn.toRef(), result.reason() + ": " + result.why(), now);
            case PENDING, DEFERRED, OFFERED, CLAIMED, SILENT, ROLLING_BACK, SKIPPED, HELD -> {}
        }
    }

    private void arrived(Turn turn, TurnStore.Orders orders, HostState state, @Nullable String ref, Instant now) {
        tell(turn, orders, state, ref, "it runs it and is healthy", now);
        if (orders.over() && ref != null) {
            leave(turn, orders, ref, now);
        }
    }

    /** A straggler of a rollout that is over: nothing steers it any more. */
    private void leave(Turn turn, TurnStore.Orders orders, String ref, Instant now) {
        turns.leave(turn);
        var generation = ref.equals(turn.toRef()) ? orders.generationId() : null;
        hosts.desires(new HostId(turn.hostId()), ref, generation, turn.rolloutId(), now);
    }

    private void tell(
            Turn turn, TurnStore.Orders orders, HostState state, @Nullable String ref, String why, Instant now) {
        hosts.remember(new HostId(turn.hostId()), state.name(), ref, turn.rolloutId(), why);
        var word = state.name().toLowerCase(Locale.ROOT);
        var message = "%s %s in wave %s: %s.".formatted(turn.host(), word.replace('_', ' '), orders.wave(), why);
        var event = RolloutLog.byEngine(now, "host." + word, orders.wave(), message);
        log.host(turn.rolloutId(), turn.hostId(), event, state == HostState.FAILED);
    }
}
