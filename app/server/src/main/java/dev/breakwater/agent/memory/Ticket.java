package dev.breakwater.agent.memory;

/** Taken before a host's answer is read from the database, or its report written: it is remembered only if nothing changed meanwhile. */
public record Ticket(HostTable table, int hostChanges, int reports, long orderChanges) {}
