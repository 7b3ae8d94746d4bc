package dev.breakwater.rollout;

import dev.breakwater.calendar.CalendarLeaving;
import dev.breakwater.rollout.store.PassStore;
import dev.breakwater.web.ProblemException;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Keeps calendars that unfinished rollouts name from being deleted: without its window, a rollout could move nobody. */
@Component
class CalendarUse {
    private static final int EXAMPLES = 5;

    private final PassStore rollouts;

    CalendarUse(PassStore rollouts) {
        this.rollouts = rollouts;
    }

    @EventListener
    void refuse(CalendarLeaving leaving) {
        var naming = rollouts.naming(leaving.calendar().value(), EXAMPLES);
        if (!naming.isEmpty()) {
            throw new CalendarInUse(leaving.name(), naming);
        }
    }

    static final class CalendarInUse extends ProblemException {
        CalendarInUse(String calendar, List<String> rollouts) {
            super(
                    HttpStatus.CONFLICT,
                    "calendar_in_use",
                    "Calendar %s is named by rollouts that are not over: %s."
                            .formatted(calendar, String.join(", ", rollouts)));
        }
    }
}
