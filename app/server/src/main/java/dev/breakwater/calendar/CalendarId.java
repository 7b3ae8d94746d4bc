package dev.breakwater.calendar;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

public record CalendarId(@JsonValue UUID value) {
    @JsonCreator
    public CalendarId {}

    @Override
    public String toString() {
        return value.toString();
    }
}
