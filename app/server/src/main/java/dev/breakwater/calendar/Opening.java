package dev.breakwater.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When hosts may be moved, or, of a freeze, may not; {@code until} is null where nothing ends it within five years. */
public record Opening(Instant from, @Nullable Instant until) {}
