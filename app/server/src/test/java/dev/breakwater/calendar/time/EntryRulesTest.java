package dev.breakwater.calendar.time;

import static dev.breakwater.calendar.time.Unroll.lasting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakwater.web.InvalidField;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryRulesTest {
    private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");

    private static void check(List<Entry> entries) {
        EntryRules.check(entries, ZoneId.of("Europe/Berlin"), "/entries", NOW);
    }

    private static String pointerOf(Entry entry) {
        try {
            check(Collections.singletonList(entry));
        } catch (InvalidField refused) {
            return refused.errors().getFirst().pointer();
        }
        return "";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=SECONDLY",
                "FREQ=MINUTELY",
                "FREQ=HOURLY",
                "FREQ=FORTNIGHTLY",
                "BYDAY=MO",
                "",
                "FREQ=DAILY;BYSECOND=1",
                "FREQ=DAILY;INTERVAL=0",
                "FREQ=DAILY;INTERVAL=100000",
                "FREQ=DAILY;COUNT=100000",
                "FREQ=DAILY;COUNT=2;UNTIL=20270101",
                "FREQ=WEEKLY;BYDAY=2TU",
                "FREQ=DAILY;BYHOUR=1,2,3,4,5;BYMINUTE=0,10,20,30,40,50",
                "RSCALE=CHINESE;FREQ=YEARLY",
                "RSCALE=GREGORIAN;FREQ=YEARLY",
                "FREQ=DAILY;X-MINE=1"
            })
    void a_rule_that_is_wrong_or_costs_too_much_is_refused(String rule) {
        assertThat(pointerOf(lasting("2026-12-01T00:00", "PT1H", rule))).isEqualTo("/entries/0/rrule");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "P", "PT", "1h", "P1M", "P1Y", "-PT1H", "P367D", "PT99999H", "P1DT", "P1W2D"})
    void a_length_must_be_positive_bounded_and_without_months(String duration) {
        assertThat(pointerOf(lasting("2026-12-01T00:00", duration, null))).isEqualTo("/entries/0/duration");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1S", "PT90M", "P1D", "P1W", "P1DT12H", "PT4H30M15S", "P366D"})
    void durations_of_calendars_are_understood(String duration) {
        assertThat(pointerOf(lasting("2026-12-01T00:00", duration, null))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-01T00:00, /entries/0/end",
        "2026-11-30T00:00, /entries/0/end",
        "2029-01-01T00:00, /entries/0/end"
    })
    void an_end_is_after_the_start_and_not_too_long_after(String end, String pointer) {
        assertThat(pointerOf(Unroll.until("2026-12-01T00:00", end, null))).isEqualTo(pointer);
    }

    @Test
    void it_has_a_start_and_either_a_duration_or_an_end() {
        var start = LocalDateTime.parse("2026-12-01T00:00");
        assertThat(pointerOf(new Entry(null, null, "PT1H", null, null, null, null, null)))
                .isEqualTo("/entries/0/start");
        assertThat(pointerOf(new Entry(null, start, null, null, null, null, null, null)))
                .isEqualTo("/entries/0/duration");
        assertThat(pointerOf(new Entry(null, start, "PT1H", start.plusHours(1), null, null, null, null)))
                .isEqualTo("/entries/0/duration");
        assertThat(pointerOf(null)).isEqualTo("/entries/0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mars/Olympus", "+02:00", "GMT+2", "W. Europe Standard Time", ""})
    void a_zone_is_one_of_iana(String zone) {
        var entry = new Entry(null, LocalDateTime.parse("2026-12-01T00:00"), "PT1H", null, null, null, null, zone);
        assertThat(pointerOf(entry)).isEqualTo("/entries/0/zone");
    }

    @Test
    void there_are_only_so_many_entries_and_occurrences() {
        var entry = lasting("2026-12-01T00:00", "PT1H", null);
        assertThatThrownBy(() -> check(Collections.nCopies(1001, entry))).hasMessageContaining("at most 1000 entries");
        var daily = lasting("2026-12-01T00:00", "PT1H", "FREQ=DAILY;BYHOUR=0,2,4,6,8,10,12,14,16,18,20,22");
        assertThatThrownBy(() -> check(List.of(daily))).hasMessageContaining("more than 20000 occurrences");
    }

    @Test
    void every_fault_is_named_at_once() {
        var faults = new ArrayList<String>();
        try {
            check(List.of(lasting("1066-10-14T00:00", "PT0S", "FREQ=SECONDLY")));
        } catch (InvalidField refused) {
            refused.errors().forEach(error -> faults.add(error.pointer()));
        }
        assertThat(faults).containsExactly("/entries/0/start", "/entries/0/duration", "/entries/0/rrule");
    }

    @Test
    void a_rule_of_dates_that_do_not_exist_is_found_to_have_none() {
        var never = lasting("2026-12-01T00:00", "PT1H", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31");
        assertThat(Expansion.of(List.of(never), ZoneId.of("UTC"), NOW).size()).isZero();
    }
}
