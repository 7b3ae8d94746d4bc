package dev.breakwater.rollout;

import dev.breakwater.rollout.engine.policy.Rate;
import dev.breakwater.rollout.store.StartRateStore;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** No more hosts than so many begin in any time as long as the rate's. */
@Component
class StartRateRule implements ClaimRule {
    private static final String RULE = "start rate";

    private final StartRateStore starts;

    StartRateRule(StartRateStore starts) {
        this.starts = starts;
    }

    @Override
    public Ruling on(Claim claim) {
        var rate = claim.policy().limits().startRate();
        if (rate == null) {
            return Ruling.holds(RULE, "no rate");
        }
        var free = starts.before(claim.rollout().id(), rate.hosts())
                .map(at -> at.plus(rate.per()))
                .filter(at -> at.isAfter(claim.now()));
        return free.map(at -> full(rate, at, Duration.between(claim.now(), at)))
                .orElseGet(() -> Ruling.holds(RULE, "fewer than " + words(rate)));
    }

    void started(Claim claim) {
        var rate = claim.policy().limits().startRate();
        if (rate != null) {
            starts.started(claim.rollout().id(), rate.hosts(), claim.now());
        }
    }

    private static Ruling full(Rate rate, Instant free, Duration wait) {
        var why = "%s have started; the next may at %s.".formatted(words(rate), free);
        return Ruling.notNow(RULE, "start_rate", why, wait);
    }

    private static String words(Rate rate) {
        return "%d hosts in %s".formatted(rate.hosts(), rate.per());
    }
}
