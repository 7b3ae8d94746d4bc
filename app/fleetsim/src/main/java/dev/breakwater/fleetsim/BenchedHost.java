package dev.breakwater.fleetsim;

import dev.breakwater.fleetsim.AgentApi.Report;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** A host that does what the benchmark says, when it says so. One thread at a time. */
final class BenchedHost {
    private static final Duration WAIT = Duration.ofSeconds(30);
    private static final int ATTEMPTS = 600;

    private final AgentApi api;
    private Enrolled self;
    private String etag = "";
    private Desired desired = new Desired(0, Desired.Action.NONE, "", null, Duration.ZERO);

    BenchedHost(AgentApi api, Enrolled self) {
        this.api = api;
        this.self = self;
    }

    String name() {
        return self.identity().name();
    }

    /** Returns when the server has told it so; a waiting poll is woken by the server. */
    void awaitAction(Desired.Action action) {
        for (var attempt = 0; attempt < ATTEMPTS && desired.action() != action; attempt++) {
            api.desired(self.credential(), etag.isEmpty() ? null : etag, WAIT).ifPresent(polled -> {
                desired = polled.desired();
                etag = polled.etag() == null ? "" : polled.etag();
            });
        }
        if (desired.action() != action) {
            throw new IllegalStateException("%s was never told to %s".formatted(name(), action));
        }
    }

    /** Claims what is desired and runs it; says nothing yet. */
    void take() {
        var target = desired.target();
        for (var attempt = 0; attempt < ATTEMPTS && target != null; attempt++) {
            var answer = api.claim(self.credential(), desired.epoch());
            if (answer.succeeded()) {
                self = self.with(self.machine()
                        .activate(target, false, new Random(self.identity().seed())));
                return;
            }
            if (answer.status() != 429) {
                answer.orThrow("claim of " + name());
            }
            pause(answer.retryAfter().orElse(Duration.ofMillis(100)));
        }
        throw new IllegalStateException("%s was never granted its claim".formatted(name()));
    }

    void report(Phase phase, boolean well) {
        api.report(self.credential(), new Report(desired.epoch(), phase, self.machine(), well, "", List.of()));
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
