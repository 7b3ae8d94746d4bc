package dev.breakwater.notify;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Reads the outbox once for all streams of this replica, in one thread, and only while there are streams. Ends them before
 * the web server stops, which would wait for them otherwise.
 */
@Component
class EventFeed implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(EventFeed.class);
    private static final int BATCH = 500;
    /** A transaction of another replica, or one that was waiting for an older one, shows within this time. */
    private static final Duration LOOK = Duration.ofMillis(500);

    private static final int LONGEST_PAUSE_MILLIS = 5000;

    private final Outbox outbox;
    private final Bell bell;
    private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();
    private @Nullable Position read;
    private volatile boolean running;
    private @Nullable Thread reader;

    EventFeed(Outbox outbox, Bell bell) {
        this.outbox = outbox;
        this.bell = bell;
    }

    /** Everything after the returned place will reach the stream; what lies before it, the stream reads itself. */
    synchronized Position join(EventStream stream) {
        if (!isRunning() || streams.size() >= EventStream.MOST) {
            throw new TooManyStreams();
        }
        if (read == null || streams.isEmpty()) {
            read = outbox.head();
        }
        streams.add(stream);
        return read;
    }

    void leave(EventStream stream) {
        streams.remove(stream);
    }

    void endAll(Predicate<EventStream> which) {
        streams.stream().filter(which).forEach(EventStream::end);
    }

    private void readOn() {
        while (isRunning() && !Thread.currentThread().isInterrupted()) {
            try {
                bell.await(LOOK);
                readOnce();
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException failure) {
                pause(failure);
            }
        }
    }

    private void readOnce() {
        List<Outbox.Row> rows;
        do {
            rows = readBatch();
        } while (rows.size() == BATCH);
    }

    private synchronized List<Outbox.Row> readBatch() {
        if (read == null || streams.isEmpty()) {
            return List.of();
        }
        var rows = outbox.after(read, BATCH);
        for (var row : rows) {
            streams.forEach(stream -> stream.offer(row));
            read = row.position();
        }
        return rows;
    }

    private void pause(RuntimeException failure) {
        LOG.warn("Cannot read the outbox, trying again: {}", failure.getMessage());
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(LONGEST_PAUSE_MILLIS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        running = true;
        reader = Thread.ofVirtual().name("event-feed").start(this::readOn);
    }

    @Override
    public void stop() {
        running = false;
        if (reader != null) {
            reader.interrupt();
        }
        endAll(_ -> true);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
