package dev.breakwater.calendar;

import dev.breakwater.web.FieldError;
import dev.breakwater.web.ProblemException;
import java.util.List;
import org.springframework.http.HttpStatus;

final class CalendarNameTaken extends ProblemException {
    CalendarNameTaken(String name) {
        super(
                HttpStatus.CONFLICT,
                "calendar_name_taken",
                "There is a calendar %s already.".formatted(name),
                List.of(new FieldError("/name", "is taken")));
    }
}
