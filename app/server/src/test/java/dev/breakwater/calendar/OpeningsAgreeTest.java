package dev.breakwater.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.calendar.Availability.Closed;
import dev.breakwater.calendar.Availability.Open;
import dev.breakwater.calendar.time.Entry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever calendars there are, the list of openings and the answer for one moment say the same; each case is its seed. */
class OpeningsAgreeTest {
    private static final List<String> ZONES = List.of(
            "Europe/Berlin",
            "America/New_York",
            "Pacific/Kiritimati",
            "Pacific/Pago_Pago",
            "Australia/Lord_Howe",
            "Africa/Cairo",
            "Asia/Kolkata",
            "UTC");
    private static final List<String> RULES = List.of(
            "FREQ=DAILY",
            "FREQ=DAILY;INTERVAL=3",
            "FREQ=WEEKLY;BYDAY=TU,WE",
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU",
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
            "FREQ=MONTHLY;BYMONTHDAY=31",
            "FREQ=YEARLY",
            "FREQ=DAILY;COUNT=40",
            "FREQ=DAILY;UNTIL=20270401T000000Z");

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void openings_and_availability_agree(long seed) {
        var random = new Random(seed);
        var schedule = schedule(random);
        var openings = schedule.openings(Given.NOW, 50);
        for (var i = 0; i < 300; i++) {
            var at = Given.NOW.plus(Duration.ofMinutes(random.nextInt(200 * 24 * 60)));
            agree(schedule, openings, at, 50);
        }
        openings.forEach(opening -> agree(schedule, openings, opening.from(), 50));
        openings.stream()
                .filter(opening -> opening.until() != null)
                .forEach(opening -> assertThat(schedule.at(opening.until())).isInstanceOf(Closed.class));
    }

    private static void agree(Schedule schedule, List<Opening> openings, Instant at, int listed) {
        var inside = openings.stream().filter(each -> covers(each, at)).findFirst();
        var beyond = openings.size() == listed && at.isAfter(openings.getLast().from());
        switch (schedule.at(at)) {
            case Open(var until)
            when inside.isPresent() -> assertThat(until).isEqualTo(inside.get().until());
            case Open _ ->
                assertThat(beyond).as("open at %s and not listed", at).isTrue();
            case Closed closed -> {
                assertThat(inside).as("closed at %s and listed", at).isEmpty();
                var next = openings.stream()
                        .map(Opening::from)
                        .filter(at::isBefore)
                        .findFirst();
                if (!beyond) {
                    assertThat(closed.nextOpening()).isEqualTo(next.orElse(null));
                }
            }
        }
    }

    private static boolean covers(Opening opening, Instant at) {
        return !at.isBefore(opening.from()) && (opening.until() == null || at.isBefore(opening.until()));
    }

    private static Schedule schedule(Random random) {
        var timelines = new ArrayList<Timeline>();
        for (var i = 0; i < 1 + random.nextInt(4); i++) {
            var kind = random.nextInt(3) == 0 ? Kind.FREEZE : Kind.WINDOW;
            var zone = ZONES.get(random.nextInt(ZONES.size()));
            var entries = new Entry[1 + random.nextInt(3)];
            for (var e = 0; e < entries.length; e++) {
                entries[e] = entry(random);
            }
            timelines.add(Given.timeline("c" + i, kind, Overrun.FINISH_HOSTS, zone, entries));
        }
        return Given.schedule(timelines.toArray(Timeline[]::new));
    }

    private static Entry entry(Random random) {
        var start = LocalDateTime.parse("2026-09-01T00:00").plusMinutes(random.nextInt(150 * 24 * 4) * 15L);
        var rule = random.nextInt(5) == 0 ? null : RULES.get(random.nextInt(RULES.size()));
        if (random.nextBoolean()) {
            var end = start.plusMinutes(15 + random.nextInt(48 * 60));
            return new Entry(null, start, null, end, rule, null, null, null);
        }
        var duration =
                random.nextBoolean() ? "P" + (1 + random.nextInt(3)) + "D" : "PT" + (1 + random.nextInt(900)) + "M";
        return new Entry(null, start, duration, null, rule, null, null, null);
    }
}
