package dev.breakwater.agent.memory;

/** Taken before a host's answer is read from the database: the answer is remembered only if nothing about it changed meanwhile. */
public record Ticket(HostTable table, int hostChanges, long orderChanges) {}
