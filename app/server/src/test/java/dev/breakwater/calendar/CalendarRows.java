package dev.breakwater.calendar;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Tests share a database, and a calendar may bind everybody's hosts. */
public final class CalendarRows {
    private CalendarRows() {}

    public static void clear(JdbcClient jdbc) {
        jdbc.sql("delete from calendars").update();
        jdbc.sql("update calendar_changes set seq = seq + 1").update();
    }
}
