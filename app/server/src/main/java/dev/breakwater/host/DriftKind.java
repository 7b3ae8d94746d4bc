package dev.breakwater.host;

/** Ways in which a host can differ from what it should be. */
public enum DriftKind {
    NOT_DESIRED(false),
    UNKNOWN_REF(false),
    SELF_REVERTED(false),
    SILENT(false),
    CONFLICT(false),
    PENDING_BOOT(true),
    UNCOMMITTED(true),
    REBOOT_REQUIRED(true),
    LOCAL_CHANGES(true),
    LOCAL_PACKAGES(true),
    CONFIG_CHANGED(true),
    FAILED_UNITS(true),
    UNVERIFIED(true),
    ROLLBACK_AT_RISK(true),
    CONFLICTING_UPDATER(true);

    private final boolean seenByAgent;

    DriftKind(boolean seenByAgent) {
        this.seenByAgent = seenByAgent;
    }

    /** True for what only the host itself can see and reports; the server finds the others by comparing. */
    public boolean seenByAgent() {
        return seenByAgent;
    }
}
