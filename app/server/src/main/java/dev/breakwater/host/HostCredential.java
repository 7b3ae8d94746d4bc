package dev.breakwater.host;

/** Who has the credential whose SHA-256 begins with these 128 bits. */
public record HostCredential(HostId host, long high, long low) {}
