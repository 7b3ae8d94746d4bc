package dev.breakwater.generation;

/** Whether hosts that run a generation can be taken back from it. */
public enum Rollback {
    ALLOWED,
    /** Only by a person with the APPROVER role. */
    APPROVAL,
    /** It changes what cannot be changed back: the only way is forward. */
    FORBIDDEN
}
