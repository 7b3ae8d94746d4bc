package dev.breakwater.generation;

import dev.breakwater.host.HostId;
import java.util.Map;

/** What of a host decides which artifact it gets. */
public record HostForPlan(HostId id, String name, Map<String, String> labels) {}
