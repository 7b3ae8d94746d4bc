package dev.breakwater.rollout.gate;

/** What an alert that fires means for a wave under way. */
public enum OnFiring {
    PAUSE,
    FAIL
}
