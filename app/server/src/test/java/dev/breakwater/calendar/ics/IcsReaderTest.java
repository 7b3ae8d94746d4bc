package dev.breakwater.calendar.ics;

import static dev.breakwater.calendar.ics.Files.event;
import static dev.breakwater.calendar.ics.Files.file;
import static dev.breakwater.calendar.ics.Files.only;
import static dev.breakwater.calendar.ics.Files.read;
import static dev.breakwater.calendar.ics.Files.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.calendar.time.Entry;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IcsReaderTest {
    private static final String WINDOWS_BERLIN = """
            BEGIN:VTIMEZONE
            TZID:W. Europe Standard Time
            BEGIN:STANDARD
            DTSTART:16010101T030000
            TZOFFSETFROM:+0200
            TZOFFSETTO:+0100
            RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
            END:STANDARD
            BEGIN:DAYLIGHT
            DTSTART:16010101T020000
            TZOFFSETFROM:+0100
            TZOFFSETTO:+0200
            RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
            END:DAYLIGHT
            END:VTIMEZONE
            """;

    private static LocalDateTime at(String time) {
        return LocalDateTime.parse(time);
    }

    @Test
    void a_time_in_utc_keeps_its_zone() {
        var entry = only("DTSTART:20261220T230000Z", "DTEND:20270103T230000Z");
        assertThat(entry)
                .isEqualTo(new Entry(
                        "Year end", at("2026-12-20T23:00"), null, at("2027-01-03T23:00"), null, null, null, "UTC"));
    }

    @Test
    void a_time_that_floats_and_a_day_are_where_the_calendar_is() {
        assertThat(only("DTSTART:20261220T220000", "DURATION:PT4H"))
                .isEqualTo(new Entry("Year end", at("2026-12-20T22:00"), "PT4H", null, null, null, null, null));
        assertThat(only("DTSTART;VALUE=DATE:20261220", "DTEND;VALUE=DATE:20270103")
                        .duration())
                .isEqualTo("P14D");
        assertThat(only("DTSTART;VALUE=DATE:20261220").duration()).isEqualTo("P1D");
    }

    @Test
    void a_zone_of_its_own_is_kept_and_the_calendars_needs_no_saying() {
        assertThat(only("DTSTART;TZID=Asia/Tokyo:20261220T090000", "DTEND;TZID=Europe/Berlin:20261220T020000"))
                .isEqualTo(new Entry(
                        "Year end",
                        at("2026-12-20T09:00"),
                        null,
                        at("2026-12-20T10:00"),
                        null,
                        null,
                        null,
                        "Asia/Tokyo"));
        assertThat(only("DTSTART;TZID=Europe/Berlin:20261220T090000", "DURATION:PT1H")
                        .zone())
                .isNull();
    }

    @Test
    void rules_exceptions_and_additions_are_read_in_whatever_zone_they_are() {
        var entry = only(
                "DTSTART;TZID=Europe/Berlin:20261201T220000",
                "DURATION:PT4H",
                "RRULE:FREQ=WEEKLY;BYDAY=TU,WE;UNTIL=20270301T000000Z",
                "EXDATE;TZID=Europe/Berlin:20261208T220000,20261209T220000",
                "EXDATE:20261215T210000Z",
                "RDATE;TZID=Asia/Tokyo:20261225T060000");
        assertThat(entry.rrule()).isEqualTo("FREQ=WEEKLY;BYDAY=TU,WE;UNTIL=20270301T000000Z");
        assertThat(entry.exdates())
                .containsExactly(at("2026-12-08T22:00"), at("2026-12-09T22:00"), at("2026-12-15T22:00"));
        assertThat(entry.rdates()).containsExactly(at("2026-12-24T22:00"));
    }

    @Test
    void a_zone_that_the_file_defines_is_the_one_that_keeps_the_same_time() {
        var outlook = file(
                WINDOWS_BERLIN.replace("\n", "\r\n"),
                event("DTSTART;TZID=\"W. Europe Standard Time\":20261220T220000", "DURATION:PT4H"));
        assertThat(read(outlook).getFirst().zone()).isNull();
        var elsewhere = outlook.replace("+0100", "-0500").replace("+0200", "-0400");
        assertThat(refused(elsewhere))
                .containsExactly(
                        "event \"Year end\": DTSTART TZID W. Europe Standard Time is no zone of the IANA database,"
                                + " and its VTIMEZONE keeps time like none of them");
    }

    @Test
    void names_before_a_zone_and_a_location_beside_it_are_understood() {
        assertThat(only("DTSTART;TZID=/mozilla.org/20050126_1/Asia/Tokyo:20261220T090000", "DURATION:PT1H")
                        .zone())
                .isEqualTo("Asia/Tokyo");
        var located = file(
                "BEGIN:VTIMEZONE\r\nTZID:Mine\r\nX-LIC-LOCATION:Asia/Tokyo\r\nEND:VTIMEZONE\r\n",
                event("DTSTART;TZID=Mine:20261220T090000", "DURATION:PT1H"));
        assertThat(read(located).getFirst().zone()).isEqualTo("Asia/Tokyo");
    }

    @Test
    void one_occurrence_that_was_moved_is_an_exception_and_an_entry() {
        var file = file(
                event("DTSTART:20261201T220000", "DURATION:PT1H", "RRULE:FREQ=DAILY"),
                event("RECURRENCE-ID:20261224T220000", "DTSTART:20261224T120000", "DURATION:PT1H"),
                event("RECURRENCE-ID:20261225T220000", "STATUS:CANCELLED", "DTSTART:20261225T220000", "DURATION:PT1H"));
        var entries = read(file);
        assertThat(entries).hasSize(2);
        assertThat(entries.get(0).exdates()).containsExactly(at("2026-12-24T22:00"), at("2026-12-25T22:00"));
        assertThat(entries.get(1).start()).isEqualTo(at("2026-12-24T12:00"));
    }

    @Test
    void folded_lines_and_escaped_text_are_read() {
        var file = file(event("DTSTART:20261220T2200\r\n 00", "DURATION:PT4H")).replace("Year end", "A\\, B\\nC");
        assertThat(read(file).getFirst().summary()).isEqualTo("A, B C");
        assertThat(read(file).getFirst().start()).isEqualTo(at("2026-12-20T22:00"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EXRULE:FREQ=DAILY                          | EXRULE is not supported",
                "RDATE;VALUE=PERIOD:20261220T000000Z/PT1H   | RDATE is of the type PERIOD, which is not supported",
                "DTSTART:tomorrow                           | DTSTART is there more than once",
                "EXDATE:20261399T000000Z                    | EXDATE 20261399T000000Z is no date or time",
                "EXDATE;VALUE=DATE:20261220                 | EXDATE and DTSTART must both be dates or both be times",
                "DTEND:20261221T000000                      | DURATION and DTEND are both there",
                "EXDATE;TZID=Nowhere:20261220T000000        | EXDATE TZID Nowhere is no zone of the IANA database, and the file does not define it",
                "RECURRENCE-ID;RANGE=THISANDFUTURE:20261220T220000 | RECURRENCE-ID has the parameter RANGE, which is not supported",
            })
    void what_cannot_be_understood_is_refused_by_name(String line, String why) {
        var file = file(event("DTSTART:20261220T220000", "DURATION:PT4H", line));
        assertThat(refused(file).getFirst().replace("DTSTART: ", "DTSTART "))
                .startsWith("event \"Year end\": ")
                .contains(why.substring(why.indexOf(' ') + 1));
    }

    @Test
    void what_is_no_event_is_refused_by_name() {
        assertThat(refused(file("BEGIN:VTODO\r\nUID:1\r\nEND:VTODO\r\n")))
                .containsExactly("line 4: VTODO is not supported, only VEVENT is");
        assertThat(refused(file("CALSCALE:HEBREW\r\n"))).containsExactly("CALSCALE HEBREW is not supported");
        assertThat(refused("hello")).isNotEmpty();
        assertThat(refused("")).containsExactly("the file must hold one VCALENDAR and nothing else");
        assertThat(refused("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")).contains("the file ends inside VCALENDAR");
    }

    @Test
    void there_are_only_so_many_events() {
        var many = event("DTSTART:20261220T220000", "DURATION:PT4H").repeat(1001);
        assertThat(refused(file(many))).containsExactly("more than 1000 events");
    }
}
