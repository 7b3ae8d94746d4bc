package dev.breakwater.rollout.engine.proof;

/** Why a host failed. */
public enum FailureReason {
    /** The host said so. */
    REPORTED,
    /** It said it had switched, and runs something else. */
    NOT_RUNNING,
    /** It runs the generation, and a check fails. */
    UNHEALTHY,
    /** It went back by itself. */
    SELF_REVERTED
}
