package dev.breakwater.fleetsim;

import java.util.Map;

/** Who a host is: the name and labels it enrols under, and the seed of everything random about it. */
record Identity(String name, Platform platform, Map<String, String> labels, long seed) {
    Identity {
        labels = Map.copyOf(labels);
    }

    /** Stable, so that a fleet that lost its credentials may enrol again under the same names. */
    String machineId() {
        return "%032x".formatted(name.hashCode() * 0x9E3779B97F4A7C15L ^ seed);
    }
}
