package dev.breakwater.calendar.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long an occurrence lasts. */
sealed interface Length {
    Duration LONGEST = Duration.ofDays(366);

    Instant end(LocalDateTime start, ZoneId zone);

    /** As long as it lasts on a day without a change of the clock. */
    Duration nominal();

    /** Days by the calendar, the rest exact (RFC 5545 §3.3.6): {@code P1D} from noon to noon, {@code PT24H} always 24 hours. */
    record Lasting(int days, Duration exact) implements Length {
        @Override
        public Instant end(LocalDateTime start, ZoneId zone) {
            return start.plusDays(days).atZone(zone).toInstant().plus(exact);
        }

        @Override
        public Duration nominal() {
            return Duration.ofDays(days).plus(exact);
        }
    }

    /** To a time on the wall clock, so that 22:00 to 06:00 ends at 06:00 in the night of a change too. */
    record UntilClock(Duration nominal) implements Length {
        @Override
        public Instant end(LocalDateTime start, ZoneId zone) {
            var begin = start.atZone(zone).toInstant();
            var end = start.plus(nominal).atZone(zone).toInstant();
            return end.isAfter(begin) ? end : begin.plus(nominal);
        }
    }

    Pattern WEEKS = Pattern.compile("P(\\d{1,3})W");
    Pattern DAYS_AND_TIME =
            Pattern.compile("P(?:(\\d{1,4})D)?(?:T(?=\\d)(?:(\\d{1,5})H)?(?:(\\d{1,6})M)?(?:(\\d{1,8})S)?)?");

    static Length until(LocalDateTime start, LocalDateTime end) {
        return new UntilClock(Duration.between(start, end));
    }

    /** Throws {@link IllegalArgumentException} where the text is no duration. */
    static Length parse(String text) {
        var weeks = WEEKS.matcher(text);
        if (weeks.matches()) {
            return new Lasting(7 * number(weeks.group(1)), Duration.ZERO);
        }
        var parts = DAYS_AND_TIME.matcher(text);
        if (!parts.matches() || text.equals("P")) {
            throw new IllegalArgumentException(text);
        }
        var exact = Duration.ofHours(number(parts.group(2)))
                .plusMinutes(number(parts.group(3)))
                .plusSeconds(number(parts.group(4)));
        return new Lasting(number(parts.group(1)), exact);
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
