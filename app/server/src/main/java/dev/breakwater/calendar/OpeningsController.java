package dev.breakwater.calendar;

import dev.breakwater.host.Selector;
import dev.breakwater.web.InvalidField;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** When a calendar, or all that apply to some hosts together, let them be moved. */
@RestController
@RequestMapping("/api/v1/calendars")
class OpeningsController {
    private static final int COUNT = 10;
    private static final int MOST = 100;

    private final Openings openings;

    OpeningsController(Openings openings) {
        this.openings = openings;
    }

    /** For a freeze, when it closes. */
    @GetMapping("/{id}/openings")
    Openings.Listed listCalendarOpenings(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable Integer count) {
        return openings.of(new CalendarId(id), checked(count));
    }

    /** Of all calendars that bind a host of the selector and of those named, by name or id, together. */
    @GetMapping("/openings")
    Openings.Listed listOpenings(
            @RequestParam(required = false) @Nullable String selector,
            @RequestParam(required = false) @Nullable List<String> calendars,
            @RequestParam(required = false) @Nullable Integer count) {
        var hosts = selector == null ? null : Selector.parse(selector);
        return openings.together(hosts, calendars == null ? List.of() : calendars, checked(count));
    }

    private static int checked(@Nullable Integer count) {
        if (count != null && (count < 1 || count > MOST)) {
            throw new InvalidField("count", "must be between 1 and " + MOST);
        }
        return count == null ? COUNT : count;
    }
}
