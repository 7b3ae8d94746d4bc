package dev.breakwater.host;

import java.time.Instant;

record HostDrift(DriftKind kind, String detail, Instant firstSeenAt) {}
