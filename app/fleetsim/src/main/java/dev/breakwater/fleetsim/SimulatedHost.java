package dev.breakwater.fleetsim;

import dev.breakwater.fleetsim.AgentApi.Report;
import java.time.Duration;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * One host: polls, stages, claims, switches and reports as the real agent does, one {@link #turn} at a time. A turn never sleeps: it
 * returns how long to leave the host alone. One thread at a time.
 */
final class SimulatedHost {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Duration SILENCE = Duration.ofHours(1);
    private static final int WITHDRAWN = 409;

    private final AgentApi api;
    private final Temperament temperament;
    private final boolean waits;
    private final Random random;

    private volatile Enrolled self;
    private Step step = new Step.Idle();
    private @Nullable Desired desired;
    private @Nullable String etag;
    private Duration poll = Duration.ofSeconds(5);
    private long reports;

    /** With {@code waits} it lets the server hold its polls until something changes. */
    SimulatedHost(AgentApi api, Enrolled self, Temperament temperament, boolean waits) {
        this.api = api;
        this.self = self;
        this.temperament = temperament;
        this.waits = waits;
        this.random = new Random(self.identity().seed());
    }

    Enrolled self() {
        return self;
    }

    /** Does what is next; returns the time until the turn after it. */
    Duration turn() {
        return switch (step) {
            case Step.Idle _ -> poll();
            case Step.Staged(var order) -> claim(order);
            case Step.Switching(var order) -> arrive(order);
            case Step.FallingBack(var order, var before) -> fallBack(order, before);
        };
    }

    private Duration poll() {
        var wait = waits && etag != null ? shorter(poll, LONGEST_WAIT) : Duration.ZERO;
        var changed = api.desired(self.credential(), etag, wait);
        changed.ifPresent(polled -> {
            etag = polled.etag();
            desired = polled.desired();
            poll = polled.desired().poll();
        });
        var now = desired;
        return now == null ? poll : follow(now);
    }

    private Duration follow(Desired order) {
        var target = order.target();
        if (target == null) {
            return report(order, Phase.IDLE, true, "");
        }
        if (target.equals(self.machine().current())) {
            return report(order, Phase.ACTIVE, well(order), message(order));
        }
        if (temperament.towards(order) == Behaviour.SILENT) {
            return SILENCE;
        }
        step = new Step.Staged(order);
        return jitter(Duration.ofMillis(200));
    }

    private Duration claim(Desired order) {
        var answer = api.claim(self.credential(), order.epoch());
        if (answer.succeeded()) {
            step = new Step.Switching(order);
            return temperament.activation(temperament.towards(order), random);
        }
        step = new Step.Idle();
        if (answer.status() == WITHDRAWN) {
            desired = order.nothing();
        }
        return jitter(answer.retryAfter().orElse(Duration.ofSeconds(1)));
    }

    private Duration arrive(Desired order) {
        step = new Step.Idle();
        var before = self.machine();
        return switch (temperament.towards(order)) {
            case FAILS_SWITCH -> failed(order);
            case LIES -> report(order, Phase.ACTIVE, true, "");
            case SELF_REVERTS -> {
                activate(order);
                step = new Step.FallingBack(order, before);
                report(order, Phase.ACTIVATING, true, "");
                yield jitter(Duration.ofSeconds(2));
            }
            case HEALTHY, FAILS_CHECK, SILENT, SLOW, FLAPS -> {
                activate(order);
                yield report(order, Phase.ACTIVE, well(order), message(order));
            }
        };
    }

    /** A refused switch is reported once; afterwards the host knows better than to try that order again. */
    private Duration failed(Desired order) {
        desired = order.nothing();
        return report(order, Phase.FAILED, true, "switch-to-configuration: exit 4");
    }

    private Duration fallBack(Desired order, Machine before) {
        step = new Step.Idle();
        self = self.with(before);
        desired = order.nothing();
        return report(order, Phase.REVERTED, true, "local deadline passed, went back");
    }

    private void activate(Desired order) {
        var target = order.target();
        if (target != null) {
            self = self.with(
                    self.machine().activate(target, self.identity().platform().boots(), random));
        }
    }

    private Duration report(Desired order, Phase phase, boolean well, String message) {
        reports++;
        var report = new Report(order.epoch(), phase, self.machine(), well, message, temperament.drift());
        poll = api.report(self.credential(), report);
        return waits && etag != null ? Duration.ZERO : poll;
    }

    private boolean well(Desired order) {
        return switch (temperament.towards(order)) {
            case FAILS_CHECK -> false;
            case FLAPS -> reports % 2 == 0;
            case HEALTHY, FAILS_SWITCH, SILENT, SLOW, SELF_REVERTS, LIES -> true;
        };
    }

    private String message(Desired order) {
        return temperament.towards(order) == Behaviour.FAILS_CHECK
                ? "unit postgresql.service entered failed state"
                : "";
    }

    private Duration jitter(Duration about) {
        return Duration.ofMillis((long) (about.toMillis() * (1 + random.nextDouble() / 2)));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Where a host is between two turns. */
    private sealed interface Step {
        record Idle() implements Step {}

        record Staged(Desired order) implements Step {}

        record Switching(Desired order) implements Step {}

        record FallingBack(Desired order, Machine before) implements Step {}
    }
}
