package dev.breakwater.host;

/**
 * A report and how rollouts stand to its host. {@code print}: what all of it says, in 64 bits, or 0. {@code planned}: one steers it. {@code steered}: it acts under an offer that has not
 * passed yet, so that nothing it reports now becomes its last good ref.
 */
public record Word(HostId host, HostReport report, long print, boolean planned, boolean steered) {}
