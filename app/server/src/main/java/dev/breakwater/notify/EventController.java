package dev.breakwater.notify;

import dev.breakwater.identity.SignedOut;
import dev.breakwater.identity.Standings;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/** The live stream of events, for dashboards and whoever else wants to know at once. */
@RestController
class EventController {
    private final EventFeed feed;
    private final Outbox outbox;
    private final Standings standings;
    private final JsonMapper json;
    private final Clock clock;

    EventController(EventFeed feed, Outbox outbox, Standings standings, JsonMapper json, Clock clock) {
        this.feed = feed;
        this.outbox = outbox;
        this.standings = standings;
        this.json = json;
        this.clock = clock;
    }

    @ApiResponse(
            responseCode = "200",
            description = "Events, each named by its type; on stream.reset read again what you show.",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(implementation = Message.class)))
    @GetMapping(path = "/api/v1/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> streamEvents(
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            HttpServletRequest request) {
        var last = lastEventId == null ? null : Position.parse(lastEventId);
        var stream = new EventStream(standings.current(request), json, clock);
        return ResponseEntity.ok()
                .header("X-Accel-Buffering", "no")
                .body(stream.open(feed, new Replay(outbox, clock, last)));
    }

    @EventListener
    void signedOut(SignedOut ended) {
        feed.endAll(stream -> stream.isOf(ended.sessionId()));
    }
}
