package dev.breakwater.calendar.time;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.Part;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;

/**
 * A recurrence rule of RFC 5545, unrolled on the wall clock alone: what a local time means on the day of a change of the clock is for
 * {@code java.time} to say. Rules that cost much to unroll are refused.
 */
final class Rule {
    private static final int LONGEST_TEXT = 500;
    private static final int MOST_COUNT = 10_000;
    private static final int MOST_INTERVAL = 1_000;
    private static final int MOST_A_DAY = 24;
    private static final Set<Freq> FREQUENCIES = Set.of(Freq.DAILY, Freq.WEEKLY, Freq.MONTHLY, Freq.YEARLY);

    private final RecurrenceRule rule;
    private final LocalDateTime start;

    private Rule(RecurrenceRule rule, LocalDateTime start) {
        this.rule = rule;
        this.start = start;
    }

    /** Why text is no rule here. */
    static final class Refused extends RuntimeException {
        Refused(String why) {
            super(why);
        }

        String why() {
            return String.valueOf(getMessage());
        }
    }

    static Rule of(String text, LocalDateTime start, ZoneId zone) {
        refuse(text.length() > LONGEST_TEXT, "must have at most " + LONGEST_TEXT + " characters");
        var rule = parse(text);
        bound(rule);
        onWallClock(rule, zone);
        return new Rule(rule, start);
    }

    /** Visits occurrences in order, from {@code from} on, until there is none or the visitor has had enough. */
    void each(LocalDateTime from, Predicate<LocalDateTime> wantsMore) {
        try {
            var occurrences = rule.iterator(floating(start));
            if (from.isAfter(start)) {
                occurrences.fastForward(floating(from));
            }
            while (occurrences.hasNext()) {
                var next = local(occurrences.nextDateTime());
                if (!next.isBefore(from) && !wantsMore.test(next)) {
                    return;
                }
            }
        } catch (IllegalArgumentException | IllegalStateException endless) {
            // the library gives up after a thousand dates in a row that do not exist, such as every 31 February
        }
    }

    /** With its end in UTC. */
    String portable(ZoneId zone) {
        var until = rule.getUntil();
        if (until == null) {
            return rule.toString();
        }
        var utc = local(until).atZone(zone).withZoneSameInstant(ZoneOffset.UTC).toLocalDateTime();
        var copy = parse(rule.toString());
        copy.setUntil(floating(utc).shiftTimeZone(DateTime.UTC));
        return copy.toString();
    }

    private static RecurrenceRule parse(String text) {
        try {
            return new RecurrenceRule(text, RfcMode.RFC5545_STRICT);
        } catch (InvalidRecurrenceRuleException | IllegalArgumentException wrong) {
            throw new Refused("is no recurrence rule of RFC 5545: " + wrong.getMessage());
        }
    }

    private static void bound(RecurrenceRule rule) {
        refuse(
                !FREQUENCIES.contains(rule.getFreq()),
                "FREQ must be DAILY, WEEKLY, MONTHLY or YEARLY; say times of a day with BYHOUR and BYMINUTE");
        refuse(rule.hasPart(Part.BYSECOND), "BYSECOND is not supported");
        refuse(rule.hasPart(Part.RSCALE), "RSCALE is not supported");
        refuse(rule.getInterval() > MOST_INTERVAL, "INTERVAL must be at most " + MOST_INTERVAL);
        refuse(rule.getCount() != null && rule.getCount() > MOST_COUNT, "COUNT must be at most " + MOST_COUNT);
        refuse(
                times(rule, Part.BYHOUR) * times(rule, Part.BYMINUTE) > MOST_A_DAY,
                "BYHOUR and BYMINUTE name more than " + MOST_A_DAY + " times of a day");
    }

    private static int times(RecurrenceRule rule, Part part) {
        List<Integer> values = rule.hasPart(part) ? rule.getByPart(part) : List.of();
        return Math.max(1, values.size());
    }

    /** An end in UTC, as calendars write it, or a whole day, as people do, becomes the local time it means. */
    private static void onWallClock(RecurrenceRule rule, ZoneId zone) {
        var until = rule.getUntil();
        if (until == null) {
            return;
        }
        if (until.isAllDay()) {
            rule.setUntil(new DateTime(until.getYear(), until.getMonth(), until.getDayOfMonth(), 23, 59, 59));
        } else if (!until.isFloating()) {
            rule.setUntil(floating(local(until)
                    .atOffset(ZoneOffset.UTC)
                    .atZoneSameInstant(zone)
                    .toLocalDateTime()));
        }
    }

    private static DateTime floating(LocalDateTime at) {
        return new DateTime(
                at.getYear(), at.getMonthValue() - 1, at.getDayOfMonth(), at.getHour(), at.getMinute(), at.getSecond());
    }

    private static LocalDateTime local(DateTime at) {
        return LocalDateTime.of(
                at.getYear(), at.getMonth() + 1, at.getDayOfMonth(), at.getHours(), at.getMinutes(), at.getSeconds());
    }

    private static void refuse(boolean wrong, String why) {
        if (wrong) {
            throw new Refused(why);
        }
    }
}
