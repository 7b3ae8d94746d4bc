package dev.breakwater.rollout.gate;

/** What a gate without data means. */
public enum NoDataPolicy {
    /** Wait, until the wave's deadline after its soak; then pause. */
    WAIT,
    PAUSE,
    FAIL,
    PASS
}
