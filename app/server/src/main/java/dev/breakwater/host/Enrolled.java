package dev.breakwater.host;

/** The credential is shown this once; only its hash is kept. */
public record Enrolled(HostId hostId, String credential) {}
