package dev.breakwater.calendar;

/** What may go on after a window has closed. A freeze stops both. */
public enum Overrun {
    /** Hosts that were granted their claim finish; no other is. */
    FINISH_HOSTS,
    /** A wave whose first claim was granted inside the window goes on to its last host. */
    FINISH_WAVE
}
