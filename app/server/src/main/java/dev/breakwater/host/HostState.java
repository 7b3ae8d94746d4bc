package dev.breakwater.host;

/** What an operator sees first of a host; of several that apply, the earliest here. */
public enum HostState {
    /** It has seen more than this database, restored to an earlier state, knows. */
    CONFLICT,
    HELD,
    SILENT,
    UPDATING,
    UNHEALTHY,
    DRIFTED,
    UNMANAGED,
    CURRENT
}
