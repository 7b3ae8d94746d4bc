package dev.breakwater.rollout.gate;

/** Whom a gate asks. */
public enum GateType {
    /** Breakwater itself: whether the hosts moved so far are well. */
    HEALTH,
    /** A Prometheus, by an instant query. */
    PROMETHEUS,
    /** Anything that answers a signed request with a verdict. */
    WEBHOOK,
    /** An Alertmanager: whether a matching alert fires. Asked before the start, too. */
    ALERTMANAGER
}
