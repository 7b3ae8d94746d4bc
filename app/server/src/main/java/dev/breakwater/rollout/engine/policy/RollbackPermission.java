package dev.breakwater.rollout.engine.policy;

/** Whether hosts may be taken back: some generations cannot be undone, others only knowingly. */
public enum RollbackPermission {
    ALLOWED,
    /** Failure halts; a person with the APPROVER role may then take hosts back. */
    APPROVAL,
    /** Failure halts, and there is no way but forward. */
    FORBIDDEN
}
