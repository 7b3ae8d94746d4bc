package dev.breakwater.calendar;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts the changes of all calendars. Each change holds the row until it commits, so that they are counted one after the other. */
@Repository
class CalendarChanges {
    private final JdbcClient jdbc;

    CalendarChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long newest() {
        return jdbc.sql("select seq from calendar_changes").query(Long.class).single();
    }

    void next() {
        jdbc.sql("update calendar_changes set seq = seq + 1").update();
    }
}
