package dev.breakwater.calendar;

/** Hosts may be moved inside every window that applies to them, and outside every freeze. */
public enum Kind {
    WINDOW,
    FREEZE
}
