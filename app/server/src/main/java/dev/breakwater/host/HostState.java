package dev.breakwater.host;

/** What an operator sees first of a host; of several that apply, the earliest here. */
public enum HostState {
    HELD,
    SILENT,
    UPDATING,
    UNHEALTHY,
    DRIFTED,
    UNMANAGED,
    CURRENT
}
