package dev.breakwater.notify;

import dev.breakwater.identity.Standing;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/**
 * One client's event stream, written by a thread of its own so that a slow client holds up nobody. Its queue is bounded:
 * a client that falls behind is cut off and resumes with {@code Last-Event-ID}.
 */
class EventStream {
    /** Streams per replica. */
    static final int MOST = 500;

    private static final int QUEUED = 1000;
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration RECONNECT = Duration.ofSeconds(2);

    private final SseEmitter emitter = new SseEmitter(0L);
    private final BlockingQueue<Outbox.Row> queue = new ArrayBlockingQueue<>(QUEUED);
    private final Standing standing;
    private final JsonMapper json;
    private final Clock clock;
    private volatile @Nullable Thread writer;
    private volatile boolean ended;

    EventStream(Standing standing, JsonMapper json, Clock clock) {
        this.standing = standing;
        this.json = json;
        this.clock = clock;
    }

    SseEmitter open(EventFeed feed, Replay replay) {
        var joined = feed.join(this);
        writer = Thread.ofVirtual().name("event-stream").start(() -> {
            try {
                write(replay, joined);
                emitter.complete();
            } catch (InterruptedException _) {
                emitter.complete();
            } catch (IOException | IllegalStateException gone) {
                // the client hung up; the container has ended the request
            } catch (RuntimeException failure) {
                emitter.completeWithError(failure);
            } finally {
                feed.leave(this);
            }
        });
        return emitter;
    }

    void offer(Outbox.Row row) {
        if (!queue.offer(row)) {
            end();
        }
    }

    void end() {
        ended = true;
        var running = writer;
        if (running != null) {
            running.interrupt();
        }
    }

    boolean isOf(String sessionId) {
        return sessionId.equals(standing.sessionId());
    }

    private void write(Replay replay, Position joined) throws IOException, InterruptedException {
        emitter.send(SseEmitter.event().reconnectTime(RECONNECT.toMillis()).comment("breakwater"));
        replay.until(joined, this::send);
        follow(clock.instant().plus(LONGEST));
    }

    /** Ends of itself after an hour: the client reconnects, perhaps to another replica. */
    private void follow(Instant end) throws IOException, InterruptedException {
        var looked = clock.instant();
        while (!ended && clock.instant().isBefore(end)) {
            var row = queue.poll(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
            if (row == null) {
                emitter.send(SseEmitter.event().comment("still here"));
            } else {
                send(row);
            }
            if (looked.plus(HEARTBEAT).isBefore(clock.instant())) {
                looked = clock.instant();
                ended = ended || !standing.stands();
            }
        }
    }

    private void send(Outbox.Row row) throws IOException {
        emitter.send(SseEmitter.event()
                .id(row.position().toString())
                .name(row.message().type())
                .data(json.writeValueAsString(row.message())));
    }
}
