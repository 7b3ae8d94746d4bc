package dev.breakwater.calendar.time;

import static dev.breakwater.calendar.time.Unroll.lasting;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A freeze of every Friday is a freeze of every Friday there, wherever that day is in UTC. */
class DateLineTest {
    private static final Entry FRIDAYS = lasting("2026-01-01T00:00", "P1D", "FREQ=WEEKLY;BYDAY=FR");

    @ParameterizedTest
    @CsvSource({
        "Pacific/Kiritimati, 2026-12-03T10:00:00Z, 2026-12-04T10:00:00Z",
        "Pacific/Pago_Pago,  2026-12-04T11:00:00Z, 2026-12-05T11:00:00Z",
        "Pacific/Auckland,   2026-12-03T11:00:00Z, 2026-12-04T11:00:00Z",
        "America/New_York,   2026-12-04T05:00:00Z, 2026-12-05T05:00:00Z",
        "Asia/Kolkata,       2026-12-03T18:30:00Z, 2026-12-04T18:30:00Z",
        "UTC,                2026-12-04T00:00:00Z, 2026-12-05T00:00:00Z"
    })
    void friday_is_the_local_one(String zone, String from, String until) {
        var around = "2026-12-01T00:00:00Z";
        assertThat(Unroll.in(zone, around).first(1, FRIDAYS)).containsExactly(from + "/" + until);
        assertThat(Instant.parse(from).atZone(ZoneId.of(zone)).getDayOfWeek()).isEqualTo(DayOfWeek.FRIDAY);
    }
}
