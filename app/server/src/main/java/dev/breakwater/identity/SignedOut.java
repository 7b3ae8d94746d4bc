package dev.breakwater.identity;

/** A session ended; what was opened under it ends too. */
public record SignedOut(String sessionId) {}
