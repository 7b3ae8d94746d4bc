package dev.breakwater.rollout.engine.fleet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Hosts that come to match a rollout after it was planned, each at its own time. They are listed once; who comes later stays outside. */
record Newcomers(List<Arrival> arrivals, SplittableRandom chance) {

    record Arrival(Instant at, PlanRow row) {}

    /** Not while another plan is being written. */
    Optional<List<PlanRow>> list(Instant now) {
        if (chance.nextInt(4) == 0) {
            return Optional.empty();
        }
        return Optional.of(arrivals.stream()
                .filter(arrival -> !arrival.at().isAfter(now))
                .map(Arrival::row)
                .toList());
    }
}
