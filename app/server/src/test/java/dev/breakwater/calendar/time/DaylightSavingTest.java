package dev.breakwater.calendar.time;

import static dev.breakwater.calendar.time.Unroll.lasting;
import static dev.breakwater.calendar.time.Unroll.until;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** In Berlin clocks go from 02:00 to 03:00 on 28 March 2027 and from 03:00 back to 02:00 on 31 October 2027. */
class DaylightSavingTest {
    private static final Unroll SPRING = Unroll.in("Europe/Berlin", "2027-03-27T12:00:00Z");
    private static final Unroll AUTUMN = Unroll.in("Europe/Berlin", "2027-10-30T12:00:00Z");

    @Test
    void a_window_that_begins_in_the_skipped_hour_begins_as_late_as_it_would_have() {
        assertThat(SPRING.first(2, lasting("2027-01-01T02:30", "PT1H", "FREQ=DAILY")))
                .containsExactly(
                        "2027-03-28T01:30:00Z/2027-03-28T02:30:00Z", "2027-03-29T00:30:00Z/2027-03-29T01:30:00Z");
    }

    @Test
    void a_window_to_a_clock_time_right_after_the_skipped_hour_keeps_its_length() {
        assertThat(SPRING.first(1, until("2027-01-01T02:30", "2027-01-01T03:00", "FREQ=DAILY")))
                .containsExactly("2027-03-28T01:30:00Z/2027-03-28T02:00:00Z");
    }

    @Test
    void a_window_that_begins_in_the_doubled_hour_opens_once_the_first_time() {
        assertThat(AUTUMN.first(2, lasting("2027-01-01T02:30", "PT15M", "FREQ=DAILY")))
                .containsExactly(
                        "2027-10-31T00:30:00Z/2027-10-31T00:45:00Z", "2027-11-01T01:30:00Z/2027-11-01T01:45:00Z");
    }

    @Test
    void hours_are_exact_across_the_change() {
        var night = lasting("2027-01-01T22:00", "PT8H", "FREQ=DAILY");
        assertThat(SPRING.first(1, night)).containsExactly("2027-03-27T21:00:00Z/2027-03-28T05:00:00Z");
        assertThat(AUTUMN.first(1, night)).containsExactly("2027-10-30T20:00:00Z/2027-10-31T04:00:00Z");
    }

    @Test
    void an_end_is_a_time_on_the_clock_across_the_change() {
        var night = until("2027-01-01T22:00", "2027-01-02T06:00", "FREQ=DAILY");
        assertThat(SPRING.first(1, night)).containsExactly("2027-03-27T21:00:00Z/2027-03-28T04:00:00Z");
        assertThat(AUTUMN.first(1, night)).containsExactly("2027-10-30T20:00:00Z/2027-10-31T05:00:00Z");
    }

    @Test
    void a_day_is_a_day_of_23_or_25_hours() {
        var sunday = lasting("2027-01-03T00:00", "P1D", "FREQ=WEEKLY");
        assertThat(SPRING.first(1, sunday)).containsExactly("2027-03-27T23:00:00Z/2027-03-28T22:00:00Z");
        assertThat(AUTUMN.first(1, sunday)).containsExactly("2027-10-30T22:00:00Z/2027-10-31T23:00:00Z");
    }

    @Test
    void midnight_may_be_the_skipped_hour() {
        var cairo = Unroll.in("Africa/Cairo", "2027-04-29T12:00:00Z");
        assertThat(cairo.first(1, lasting("2027-01-01T00:00", "PT2H", "FREQ=DAILY")))
                .containsExactly("2027-04-29T22:00:00Z/2027-04-30T00:00:00Z");
    }
}
