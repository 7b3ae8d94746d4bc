package dev.breakwater.calendar.time;

import static dev.breakwater.calendar.time.Unroll.lasting;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecurrenceTest {
    private static final Unroll UTC = Unroll.in("UTC", "2026-12-01T00:00:00Z");

    private static List<String> days(int count, Entry... entries) {
        return UTC.first(count, entries).stream()
                .map(span -> span.substring(0, 10))
                .toList();
    }

    @Test
    void weekdays_of_a_week() {
        assertThat(days(3, lasting("2026-11-20T22:00", "PT4H", "FREQ=WEEKLY;BYDAY=TU,WE")))
                .containsExactly("2026-12-01", "2026-12-02", "2026-12-08");
    }

    @Test
    void a_start_that_the_rule_does_not_name_is_no_occurrence() {
        assertThat(days(1, lasting("2026-12-20T00:00", "PT4H", "FREQ=WEEKLY;BYDAY=TU,WE")))
                .containsExactly("2026-12-22");
    }

    @Test
    void a_count_ends_it() {
        assertThat(days(9, lasting("2026-12-01T01:00", "PT1H", "FREQ=DAILY;COUNT=3")))
                .containsExactly("2026-12-01", "2026-12-02", "2026-12-03");
    }

    @Test
    void an_end_ends_it_in_utc_in_local_time_and_by_day() {
        var utc = lasting("2026-12-01T01:00", "PT1H", "FREQ=DAILY;UNTIL=20261202T010000Z");
        var local = lasting("2026-12-01T01:00", "PT1H", "FREQ=DAILY;UNTIL=20261202T010000");
        var day = lasting("2026-12-01T01:00", "PT1H", "FREQ=DAILY;UNTIL=20261202");
        assertThat(List.of(days(9, utc), days(9, local), days(9, day)))
                .containsOnly(List.of("2026-12-01", "2026-12-02"));
    }

    @Test
    void an_end_in_utc_is_turned_into_the_zone() {
        var kiritimati = Unroll.in("Pacific/Kiritimati", "2026-12-01T00:00:00Z");
        assertThat(kiritimati.first(9, lasting("2026-12-02T01:00", "PT1H", "FREQ=DAILY;UNTIL=20261202T110000Z")))
                .containsExactly(
                        "2026-12-01T11:00:00Z/2026-12-01T12:00:00Z", "2026-12-02T11:00:00Z/2026-12-02T12:00:00Z");
    }

    @Test
    void the_last_working_day_of_a_month() {
        assertThat(days(3, lasting("2026-12-01T09:00", "PT1H", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1")))
                .containsExactly("2026-12-31", "2027-01-29", "2027-02-26");
    }

    @Test
    void the_leap_day_only_in_leap_years() {
        assertThat(days(9, lasting("2024-02-29T09:00", "PT1H", "FREQ=YEARLY"))).containsExactly("2028-02-29");
    }

    @Test
    void excepted_dates_are_left_out_and_added_ones_are_in() {
        var added = List.of(LocalDateTime.parse("2026-12-24T01:00"), LocalDateTime.parse("2026-12-12T01:00"));
        var excepted = List.of(LocalDateTime.parse("2026-12-02T01:00"));
        var entry = new Entry(
                null,
                LocalDateTime.parse("2026-12-01T01:00"),
                "PT1H",
                null,
                "FREQ=DAILY;COUNT=3",
                excepted,
                added,
                null);
        assertThat(days(9, entry)).containsExactly("2026-12-01", "2026-12-03", "2026-12-12", "2026-12-24");
    }

    @Test
    void one_that_began_before_is_still_under_way() {
        assertThat(UTC.first(1, lasting("2026-11-30T22:00", "P2D", null)))
                .containsExactly("2026-11-30T22:00:00Z/2026-12-02T22:00:00Z");
    }

    @Test
    void a_rule_that_began_long_ago_goes_on() {
        assertThat(days(1, lasting("1970-01-01T03:00", "PT1H", "FREQ=DAILY;COUNT=10000")))
                .isEmpty();
        assertThat(days(1, lasting("1970-01-01T03:00", "PT1H", "FREQ=DAILY"))).containsExactly("2026-12-01");
    }

    @Test
    void those_that_overlap_or_touch_are_one() {
        assertThat(UTC.first(
                        9,
                        lasting("2026-12-01T01:00", "PT2H", null),
                        lasting("2026-12-01T02:00", "PT3H", null),
                        lasting("2026-12-01T05:00", "PT1H", null)))
                .containsExactly("2026-12-01T01:00:00Z/2026-12-01T06:00:00Z");
    }

    @Test
    void an_entry_may_have_a_zone_of_its_own() {
        var entry =
                new Entry(null, LocalDateTime.parse("2026-12-01T09:00"), "PT1H", null, null, null, null, "Asia/Tokyo");
        assertThat(UTC.first(1, entry)).containsExactly("2026-12-01T00:00:00Z/2026-12-01T01:00:00Z");
    }
}
