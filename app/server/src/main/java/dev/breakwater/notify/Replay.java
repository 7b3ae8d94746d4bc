package dev.breakwater.notify;

import java.io.IOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * What a client missed since the event it saw last. A client that missed too much, or more than is still kept, is told to
 * read everything again ({@code stream.reset}) and follows from now on.
 */
record Replay(Outbox outbox, Clock clock, @Nullable Position last) {
    private static final int BATCH = 500;
    private static final int MOST = 10_000;

    interface Sender {
        void send(Outbox.Row row) throws IOException;
    }

    void until(Position joined, Sender sender) throws IOException {
        if (last == null) {
            return;
        }
        if (!outbox.reachesBackTo(last)) {
            sender.send(reset(joined));
            return;
        }
        var place = last;
        for (var sent = 0; sent < MOST; sent += BATCH) {
            var rows = outbox.between(place, joined, BATCH);
            for (var row : rows) {
                sender.send(row);
                place = row.position();
            }
            if (rows.size() < BATCH) {
                return;
            }
        }
        sender.send(reset(joined));
    }

    private Outbox.Row reset(Position joined) {
        var message = new Message(
                "stream.reset",
                clock.instant(),
                "events",
                null,
                null,
                null,
                "Some events are not there any more; read again what you show.");
        return new Outbox.Row(joined, message);
    }
}
