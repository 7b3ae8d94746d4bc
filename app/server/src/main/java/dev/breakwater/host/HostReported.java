package dev.breakwater.host;

import java.time.Instant;

/** A report was recorded. Published in its transaction, for modules that judge hosts; never leaves the process. */
public record HostReported(HostId hostId, HostReport report, Facts facts, boolean steered, Instant at) {}
