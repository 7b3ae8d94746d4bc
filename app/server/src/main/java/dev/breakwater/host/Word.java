package dev.breakwater.host;

/**
 * A report and how rollouts stand to its host. {@code planned}: one steers it. {@code steered}: it acts under an offer that has not
 * passed yet, so that nothing it reports now becomes its last good ref.
 */
public record Word(HostId host, HostReport report, boolean planned, boolean steered) {}
