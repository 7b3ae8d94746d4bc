package dev.breakwater.agent;

import dev.breakwater.web.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * How fast one address may enrol: a bucket of {@code breakwater.agent.enrolment-burst} that fills within a minute; a refused attempt
 * costs as much as thirty good ones. Remembers the addresses that called last, per replica.
 */
@Component
class EnrolmentLimit {
    private static final int PRICE_OF_REFUSAL = 30;
    private static final int MOST_ADDRESSES = 10_000;
    private static final Duration REFILL = Duration.ofMinutes(1);

    private final int burst;
    private final Clock clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    EnrolmentLimit(AgentProperties properties, Clock clock) {
        this.burst = properties.enrolmentBurst();
        this.clock = clock;
    }

    void enter(String address) {
        if (take(address, 1) < 0) {
            throw new TooManyAttempts();
        }
    }

    void refused(String address) {
        take(address, PRICE_OF_REFUSAL - 1);
    }

    private synchronized double take(String address, int price) {
        var now = clock.instant();
        var bucket = buckets.getOrDefault(address, new Bucket(burst, now)).refilled(burst, now);
        var left = Math.max(-burst, bucket.left() - price);
        buckets.put(address, new Bucket(left, now));
        return left;
    }

    private record Bucket(double left, Instant at) {
        Bucket refilled(int burst, Instant now) {
            var minutes = (double) Duration.between(at, now).toMillis() / REFILL.toMillis();
            return new Bucket(Math.min(burst, left + burst * Math.max(0, minutes)), now);
        }
    }

    /** This address tries too often. */
    static final class TooManyAttempts extends ProblemException {
        TooManyAttempts() {
            super(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "too_many_attempts",
                    "Too many enrolments from this address; try again later.");
        }

        @Override
        public @Nullable Duration retryAfter() {
            return Duration.ofSeconds(10);
        }
    }
}
