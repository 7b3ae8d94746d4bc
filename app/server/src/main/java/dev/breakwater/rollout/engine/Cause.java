package dev.breakwater.rollout.engine;

/** Who made something happen, and why: an audit row in the making. */
public record Cause(String actor, String reason) {

    /** The actor of whatever the engine decides by itself. */
    public static final String ENGINE = "breakwater";

    public static Cause engine(String reason) {
        return new Cause(ENGINE, reason);
    }

    /** {@code by alice: too slow}, for sentences. */
    String by() {
        return reason.isBlank() ? "by " + actor : "by " + actor + ": " + reason;
    }
}
