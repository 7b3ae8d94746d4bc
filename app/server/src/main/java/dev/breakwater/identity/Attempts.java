package dev.breakwater.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts failed sign-ins by name and address, and makes the next ones wait. In memory, bounded, per replica. */
@Component
class Attempts {
    private static final int ALLOWED = 10;
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final int REMEMBERED = 10_000;

    private final Clock clock;
    private final Map<From, Failures> failures = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<From, Failures> eldest) {
            return size() > REMEMBERED;
        }
    };

    Attempts(Clock clock) {
        this.clock = clock;
    }

    record From(String name, String address) {}

    private record Failures(int count, Instant since) {}

    synchronized void allow(From from) {
        var now = clock.instant();
        var past = standing(from, now);
        if (past != null && past.count >= ALLOWED) {
            throw new TooManyAttempts(Duration.between(now, past.since.plus(WINDOW)));
        }
    }

    synchronized void failed(From from) {
        var now = clock.instant();
        var past = standing(from, now);
        failures.put(from, past == null ? new Failures(1, now) : new Failures(past.count + 1, past.since));
    }

    synchronized void succeeded(From from) {
        failures.remove(from);
    }

    private @Nullable Failures standing(From from, Instant now) {
        var past = failures.get(from);
        return past == null || now.isAfter(past.since.plus(WINDOW)) ? null : past;
    }
}
