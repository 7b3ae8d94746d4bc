package dev.breakwater.calendar;

import dev.breakwater.identity.MayApprove;
import dev.breakwater.identity.MayOperate;
import dev.breakwater.web.Limit;
import dev.breakwater.web.Page;
import dev.breakwater.web.Revisions;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A new calendar only ever closes, so operators may add one; a change may open, as an override does, and takes an approver. */
@RestController
@RequestMapping("/api/v1/calendars")
class CalendarController {
    private final CalendarDesk desk;

    CalendarController(CalendarDesk desk) {
        this.desk = desk;
    }

    @PostMapping
    @MayOperate
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CalendarView> createCalendar(@RequestBody CalendarRequest request) {
        var calendar = desk.create(request);
        return ResponseEntity.created(URI.create("/api/v1/calendars/" + calendar.id()))
                .eTag(Revisions.etag(calendar.revision()))
                .body(calendar);
    }

    @GetMapping
    Page<CalendarView> listCalendars(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return desk.list(Limit.of(limit), cursor);
    }

    @GetMapping("/{id}")
    ResponseEntity<CalendarView> getCalendar(@PathVariable UUID id) {
        return answer(desk.get(new CalendarId(id)).view());
    }

    @MayApprove
    @PatchMapping("/{id}")
    ResponseEntity<CalendarView> changeCalendar(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody CalendarRequest request) {
        return answer(desk.change(new CalendarId(id), request, ifMatch));
    }

    @MayApprove
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteCalendar(
            @PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        desk.delete(new CalendarId(id), ifMatch);
    }

    private static ResponseEntity<CalendarView> answer(CalendarView calendar) {
        return Revisions.ok(calendar, calendar.revision());
    }
}
