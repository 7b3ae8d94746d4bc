package dev.breakwater.notify;

import dev.breakwater.web.FieldError;
import dev.breakwater.web.ProblemException;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;

/** A place in the outbox: the writing transaction, and the row within it. */
record Position(long xid, long seq) implements Comparable<Position> {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,18})-(\\d{1,18})");

    static Position parse(String text) {
        var match = TEXT.matcher(text);
        if (!match.matches()) {
            throw new InvalidEventId();
        }
        return new Position(Long.parseLong(match.group(1)), Long.parseLong(match.group(2)));
    }

    @Override
    public int compareTo(Position other) {
        return Comparator.comparingLong(Position::xid)
                .thenComparingLong(Position::seq)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return xid + "-" + seq;
    }

    private static final class InvalidEventId extends ProblemException {
        InvalidEventId() {
            super(
                    HttpStatus.BAD_REQUEST,
                    "invalid_event_id",
                    "Last-Event-ID is not one that this stream sent.",
                    List.of(new FieldError("Last-Event-ID", "must be the id of an event of this stream")));
        }
    }
}
