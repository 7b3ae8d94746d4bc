package dev.breakwater.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether a host may be moved now. */
public sealed interface Availability {
    /** It may; {@code until} is null where no window or freeze will end that. */
    record Open(@Nullable Instant until) implements Availability {}

    /**
     * It may not. {@code code} is {@code window_closed} or {@code freeze}; {@code calendar} and its {@code title} say whose; {@code why}
     * is a sentence about it; {@code nextOpening} when all calendars that apply allow it again, null where none does within five years.
     */
    record Closed(
            String code,
            String title,
            String why,
            CalendarId calendar,
            @Nullable Instant nextOpening) implements Availability {}
}
