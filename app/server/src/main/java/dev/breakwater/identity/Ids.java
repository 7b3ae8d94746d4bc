package dev.breakwater.identity;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Makes UUIDs of version 7 (RFC 9562 §5.7), which sort by the time of their making; strictly within one process. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SEQUENCE_BITS = 12;
    /** Milliseconds and the 12 bits below them, as one counter that never steps back. */
    private static final AtomicLong LAST = new AtomicLong();

    private Ids() {}

    public static UUID next(Instant now) {
        var tick = LAST.updateAndGet(last -> Math.max(last + 1, now.toEpochMilli() << SEQUENCE_BITS));
        var millis = tick >>> SEQUENCE_BITS;
        var sequence = tick & 0xfff;
        return new UUID(millis << 16 | 0x7000 | sequence, RANDOM.nextLong() >>> 2 | 0x8000_0000_0000_0000L);
    }
}
