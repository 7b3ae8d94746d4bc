package dev.breakwater.calendar.ics;

import static dev.breakwater.calendar.ics.Files.BERLIN;
import static dev.breakwater.calendar.ics.Files.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.calendar.ics.IcsWriter.Feed;
import dev.breakwater.calendar.time.Entry;
import dev.breakwater.calendar.time.Expansion;
import dev.breakwater.calendar.time.Portable;
import dev.breakwater.calendar.time.Span;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoundTripTest {
    private static final List<String> RULES = List.of(
            "FREQ=DAILY",
            "FREQ=WEEKLY;BYDAY=TU,WE",
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU;WKST=SU",
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
            "FREQ=MONTHLY;BYMONTHDAY=31",
            "FREQ=YEARLY",
            "FREQ=DAILY;COUNT=40",
            "FREQ=DAILY;UNTIL=20270401T000000Z",
            "FREQ=DAILY;UNTIL=20270401");
    private static final List<String> ZONES =
            List.of("America/New_York", "Pacific/Kiritimati", "Australia/Lord_Howe", "UTC", "Africa/Casablanca");

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_calendar_that_was_written_and_read_covers_the_same_times(long seed) {
        var random = new Random(seed);
        var entries = List.of(entry(random), entry(random));
        var again = Files.read(written(entries));
        assertThat(spans(again)).isEqualTo(spans(entries));
        assertThat(Files.read(written(again))).isEqualTo(again);
    }

    @Test
    void a_feed_says_what_others_need() {
        var nightly = new Entry(
                "Prod, night",
                LocalDateTime.parse("2026-12-20T22:00"),
                "PT4H",
                null,
                "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270601",
                null,
                null,
                null);
        assertThat(written(List.of(nightly)).lines())
                .contains(
                        "X-WR-CALNAME:prod",
                        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
                        "TZID:Europe/Berlin",
                        "SUMMARY:Prod\\, night",
                        "DTSTART;TZID=Europe/Berlin:20261222T220000",
                        "DURATION:PT4H",
                        "RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20270601T215959Z",
                        "TRANSP:OPAQUE",
                        "UID:00000000-0000-0001-0000-000000000002-0@breakwater");
    }

    private static String written(List<Entry> entries) {
        var portable = entries.stream()
                .map(entry -> Portable.of(entry, BERLIN))
                .flatMap(Optional::stream)
                .toList();
        return IcsWriter.write(new Feed(new UUID(1, 2), "prod", "FREEZE", true, BERLIN, NOW, 3, portable));
    }

    private static List<Span> spans(List<Entry> entries) {
        var spans = Expansion.of(entries, BERLIN, NOW);
        var found = new ArrayList<Span>();
        var at = spans.coveringOrAfter(NOW);
        while (at.isPresent()) {
            found.add(at.get());
            at = spans.coveringOrAfter(at.get().until());
        }
        return found;
    }

    private static Entry entry(Random random) {
        var start = LocalDateTime.parse("2026-11-01T00:00").plusMinutes(random.nextInt(150 * 24 * 4) * 15L);
        var rule = random.nextInt(4) == 0 ? null : RULES.get(random.nextInt(RULES.size()));
        var zone = random.nextBoolean() ? null : ZONES.get(random.nextInt(ZONES.size()));
        var duration = random.nextBoolean() ? "PT" + (1 + random.nextInt(600)) + "M" : null;
        var end = duration == null ? start.plusMinutes(15 + random.nextInt(40 * 60)) : null;
        var excepted = List.of(start.plusDays(7), start.plusDays(1));
        var added = random.nextBoolean() ? List.of(start.plusDays(3).plusHours(1)) : List.<LocalDateTime>of();
        return new Entry("event " + start, start, duration, end, rule, excepted, added, zone);
    }
}
