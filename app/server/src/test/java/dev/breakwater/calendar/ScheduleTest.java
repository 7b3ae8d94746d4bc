package dev.breakwater.calendar;

import static dev.breakwater.calendar.Given.NOW;
import static dev.breakwater.calendar.Given.at;
import static dev.breakwater.calendar.Given.entry;
import static dev.breakwater.calendar.Given.freeze;
import static dev.breakwater.calendar.Given.schedule;
import static dev.breakwater.calendar.Given.window;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.calendar.Availability.Closed;
import dev.breakwater.calendar.Availability.Open;
import dev.breakwater.calendar.Schedule.Overtime;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final Timeline NIGHT = window("night", entry("2026-01-01T22:00", "PT4H", "FREQ=DAILY"));
    private static final Timeline TUESDAY = window("tuesday", entry("2026-01-01T00:00", "P1D", "FREQ=WEEKLY;BYDAY=TU"));
    private static final Timeline YEAR_END = freeze("year-end", entry("2026-12-20T00:00", "P14D", null));

    private static Closed closed(Availability availability) {
        return (Closed) availability;
    }

    @Test
    void nothing_applies_so_nothing_closes() {
        assertThat(schedule().at(NOW)).isEqualTo(new Open(null));
        assertThat(schedule().openings(NOW, 10)).containsExactly(new Opening(NOW, null));
    }

    @Test
    void a_window_is_open_from_its_start_up_to_its_end() {
        assertThat(schedule(NIGHT).at(at("2026-12-01T22:00:00Z"))).isEqualTo(new Open(at("2026-12-02T02:00:00Z")));
        assertThat(schedule(NIGHT).at(at("2026-12-02T01:59:59.999Z"))).isInstanceOf(Open.class);
        assertThat(schedule(NIGHT).at(at("2026-12-02T02:00:00Z"))).isInstanceOf(Closed.class);
    }

    @Test
    void a_closed_window_says_until_when() {
        var closed = closed(schedule(NIGHT).at(at("2026-12-01T12:00:00Z")));
        assertThat(closed.code()).isEqualTo("window_closed");
        assertThat(closed.why()).isEqualTo("Window night of UTC is closed until 2026-12-01T22:00:00Z.");
        assertThat(closed.nextOpening()).isEqualTo(at("2026-12-01T22:00:00Z"));
        assertThat(closed.calendar()).isEqualTo(NIGHT.id());
    }

    @Test
    void windows_intersect() {
        var openings = schedule(NIGHT, TUESDAY).openings(at("2026-12-01T12:00:00Z"), 2);
        assertThat(openings)
                .containsExactly(
                        new Opening(at("2026-12-01T22:00:00Z"), at("2026-12-02T00:00:00Z")),
                        new Opening(at("2026-12-08T00:00:00Z"), at("2026-12-08T02:00:00Z")));
    }

    @Test
    void a_freeze_closes_what_windows_open_and_names_when_both_agree() {
        var closed = closed(schedule(NIGHT, YEAR_END).at(at("2026-12-24T23:00:00Z")));
        assertThat(closed.code()).isEqualTo("freeze");
        assertThat(closed.why()).isEqualTo("Freeze year-end of UTC lasts until 2027-01-03T00:00:00Z.");
        assertThat(closed(schedule(TUESDAY, YEAR_END).at(at("2026-12-24T23:00:00Z")))
                        .why())
                .isEqualTo("Freeze year-end of UTC lasts until 2027-01-03T00:00:00Z; with the other calendars, hosts"
                        + " move again at 2027-01-05T00:00:00Z.");
    }

    @Test
    void an_open_schedule_is_open_until_the_first_to_close_it() {
        var late = at("2026-12-19T23:00:00Z");
        assertThat(schedule(NIGHT, YEAR_END).at(late)).isEqualTo(new Open(at("2026-12-20T00:00:00Z")));
    }

    @Test
    void windows_that_never_agree_are_said_to_never_open() {
        var monday = window("monday", entry("2026-01-01T00:00", "P1D", "FREQ=WEEKLY;BYDAY=MO"));
        var closed = closed(schedule(monday, TUESDAY).at(NOW));
        assertThat(closed.nextOpening()).isNull();
        assertThat(closed.why()).contains("no opening follows within five years");
        assertThat(schedule(monday, TUESDAY).openings(NOW, 10)).isEmpty();
    }

    @Test
    void a_window_that_is_over_opens_no_more() {
        var once = window("once", entry("2026-11-20T00:00", "PT1H", null));
        assertThat(closed(schedule(once).at(NOW)).why()).startsWith("Window once of UTC opens no more");
    }

    @Test
    void a_calendar_that_was_deleted_closes() {
        var gone = new Schedule(List.of(), Set.of(new CalendarId(new UUID(1, 2))));
        assertThat(closed(gone.at(NOW)).why()).contains("was deleted");
        assertThat(gone.nextOpening(NOW)).isEmpty();
    }

    @Test
    void a_wave_that_opened_inside_a_window_may_be_let_finish_after_it() {
        var inside = at("2026-12-01T23:00:00Z");
        var after = at("2026-12-02T03:00:00Z");
        var finish = new Overtime(Overrun.FINISH_WAVE, inside);
        assertThat(schedule(NIGHT).at(after, finish)).isInstanceOf(Open.class);
        assertThat(schedule(NIGHT).at(after, new Overtime(Overrun.FINISH_HOSTS, inside)))
                .isInstanceOf(Closed.class);
        assertThat(schedule(NIGHT).at(after, new Overtime(Overrun.FINISH_WAVE, null)))
                .isInstanceOf(Closed.class);
        assertThat(schedule(NIGHT).at(after, new Overtime(Overrun.FINISH_WAVE, at("2026-12-01T12:00:00Z"))))
                .isInstanceOf(Closed.class);
    }

    @Test
    void where_a_rollout_says_nothing_the_window_does() {
        var generous = Given.timeline(
                "night", Kind.WINDOW, Overrun.FINISH_WAVE, "UTC", entry("2026-01-01T22:00", "PT4H", "FREQ=DAILY"));
        var opened = new Overtime(null, at("2026-12-01T23:00:00Z"));
        assertThat(schedule(generous).at(at("2026-12-02T03:00:00Z"), opened)).isInstanceOf(Open.class);
        assertThat(schedule(NIGHT).at(at("2026-12-02T03:00:00Z"), opened)).isInstanceOf(Closed.class);
    }

    @Test
    void a_freeze_stops_a_wave_that_may_finish_too() {
        var now = at("2026-12-20T03:00:00Z");
        var overtime = new Overtime(Overrun.FINISH_WAVE, at("2026-12-19T23:00:00Z"));
        assertThat(closed(schedule(NIGHT, YEAR_END).at(now, overtime)).code()).isEqualTo("freeze");
    }

    @Test
    void steps_begin_when_the_last_of_their_hosts_may() {
        var both = Set.of(schedule(NIGHT), schedule(TUESDAY));
        var steps = List.of(new Step(both, Duration.ofHours(1)), new Step(Set.of(), Duration.ofHours(2)));
        assertThat(Calendars.earliestFinish(at("2026-12-02T12:00:00Z"), steps)).contains(at("2026-12-08T03:00:00Z"));
        assertThat(Calendars.earliestFinish(NOW, List.of())).contains(NOW);
        var never = new Step(Set.of(schedule(window("once", entry("2026-11-20T00:00", "PT1H", null)))), Duration.ZERO);
        assertThat(Calendars.earliestFinish(NOW, List.of(never))).isEmpty();
    }
}
