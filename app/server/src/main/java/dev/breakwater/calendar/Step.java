package dev.breakwater.calendar;

import java.time.Duration;
import java.util.Set;

/** Something that may begin once all of the hosts' schedules have opened, and how long it then takes. */
public record Step(Set<Schedule> hosts, Duration takes) {
    public Step {
        hosts = Set.copyOf(hosts);
    }
}
