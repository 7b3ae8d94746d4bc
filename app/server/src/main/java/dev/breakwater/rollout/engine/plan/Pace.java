package dev.breakwater.rollout.engine.plan;

import dev.breakwater.rollout.engine.policy.Policy;
import dev.breakwater.rollout.engine.policy.Rate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How long each wave takes at the least: its rounds, or what the start rate lets through, and then its soak. */
public final class Pace {

    private Pace() {}

    /** {@code apply}: how long one host takes. */
    public static List<Duration> of(Plan plan, Policy policy, Duration apply) {
        List<Duration> waves = new ArrayList<>();
        for (int wave = 0; wave < plan.waves().size(); wave++) {
            int hosts = plan.waves().get(wave).hosts().size();
            Duration turns = apply.multipliedBy(plan.rounds().get(wave));
            Duration starts = starts(hosts, policy).plus(hosts == 0 ? Duration.ZERO : apply);
            waves.add(longer(turns, starts).plus(policy.soakOf(wave)));
        }
        return waves;
    }

    /** Until the last of so many has started; the first starts at once. */
    private static Duration starts(int hosts, Policy policy) {
        Rate rate = policy.limits().startRate();
        if (rate == null || hosts <= rate.hosts()) {
            return Duration.ZERO;
        }
        return rate.per().multipliedBy((hosts - 1) / rate.hosts());
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
