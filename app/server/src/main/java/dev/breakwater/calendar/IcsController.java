package dev.breakwater.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.breakwater.calendar.ics.IcsReader;
import dev.breakwater.calendar.ics.IcsRefused;
import dev.breakwater.calendar.ics.IcsWriter;
import dev.breakwater.calendar.ics.IcsWriter.Feed;
import dev.breakwater.calendar.time.Entry;
import dev.breakwater.calendar.time.Portable;
import dev.breakwater.identity.MayApprove;
import dev.breakwater.web.FieldError;
import dev.breakwater.web.InvalidField;
import dev.breakwater.web.Revisions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Calendars as {@code .ics}: taken in from a file, and given out as a feed. */
@RestController
@RequestMapping("/api/v1/calendars")
class IcsController {
    private static final String TYPE = "text/calendar";

    private final CalendarDesk desk;
    private final Clock clock;

    IcsController(CalendarDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /** The file's events in place of all entries there were; all of them, or, where one cannot be understood, none. */
    @MayApprove
    @PostMapping("/{id}/import")
    @Operation(
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(mediaType = TYPE, schema = @Schema(type = "string"))))
    ResponseEntity<CalendarView> importCalendar(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable String type,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody byte[] file)
            throws HttpMediaTypeNotSupportedException {
        requireCalendar(type);
        var calendar = new CalendarId(id);
        var entries = IcsReader.read(text(file), desk.get(calendar).terms().zone(), clock.instant());
        try {
            var view = desk.replaceEntries(calendar, entries, ifMatch);
            return Revisions.ok(view, view.revision());
        } catch (InvalidField refused) {
            throw new IcsRefused(named(refused.errors(), entries));
        }
    }

    @GetMapping(path = "/{id}.ics", produces = TYPE)
    ResponseEntity<String> getCalendarFeed(@PathVariable UUID id) {
        var calendar = desk.get(new CalendarId(id));
        var terms = calendar.terms();
        var entries = terms.entries().stream()
                .map(entry -> Portable.of(entry, terms.zone()))
                .flatMap(Optional::stream)
                .toList();
        var feed = new Feed(
                id,
                terms.name(),
                terms.kind().name(),
                terms.kind() == Kind.FREEZE,
                terms.zone(),
                calendar.view().updatedAt(),
                calendar.revision(),
                entries);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "calendar", UTF_8))
                .eTag(Revisions.etag(calendar.revision()))
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(IcsWriter.write(feed));
    }

    private static void requireCalendar(@Nullable String type) throws HttpMediaTypeNotSupportedException {
        if (type == null || !MediaType.parseMediaType(type).isCompatibleWith(new MediaType("text", "calendar"))) {
            throw new HttpMediaTypeNotSupportedException("Send the file as " + TYPE + ".");
        }
    }

    private static String text(byte[] file) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
        } catch (CharacterCodingException _) {
            throw new IcsRefused(List.of(new FieldError("/", "the file is not in UTF-8")));
        }
    }

    /** The same errors, with the name of the event each is about: its place among the entries says little to whoever wrote the file. */
    private static List<FieldError> named(List<FieldError> errors, List<Entry> entries) {
        return errors.stream()
                .map(error -> {
                    var parts = error.pointer().split("/", -1);
                    if (parts.length < 3) {
                        return error;
                    }
                    var event = entries.get(Integer.parseInt(parts[2])).summary();
                    return new FieldError(error.pointer(), "event \"%s\": %s".formatted(event, error.message()));
                })
                .toList();
    }
}
