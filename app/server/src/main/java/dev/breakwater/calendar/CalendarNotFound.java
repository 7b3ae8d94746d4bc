package dev.breakwater.calendar;

import dev.breakwater.web.ProblemException;
import org.springframework.http.HttpStatus;

final class CalendarNotFound extends ProblemException {
    CalendarNotFound(CalendarId id) {
        super(HttpStatus.NOT_FOUND, "calendar_not_found", "There is no calendar %s.".formatted(id));
    }
}
