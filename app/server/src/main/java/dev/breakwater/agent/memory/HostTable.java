package dev.breakwater.agent.memory;

import dev.breakwater.rollout.Desired.Basis;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.StampedLock;

/**
 * Who the hosts are and what they were last told, about 80 bytes each. Polls read it without a lock and without making an object; a poll
 * that meets a change is told nothing and asks the database. A tag is held only while the answer that it stands for does.
 */
public final class HostTable {
    /** No host, or no answer that is known to hold. */
    public static final int NONE = -1;

    private static final int LEAST_ROWS = 1024;
    private static final int STRIPES = 4096;

    private final Clock clock;
    private final StampedLock lock = new StampedLock();
    private final Orders orders = new Orders();
    private final Keys credentials;
    private final Keys hosts;
    private final Memos memos;
    private final Seen seen;
    private final Prints prints;
    private final Seen repeated;
    private final int[] changes = new int[STRIPES];
    private final int[] reports = new int[STRIPES];
    private final List<Integer> free = new ArrayList<>();
    private long orderChanges;
    private int capacity;
    private int rows;

    public HostTable(Clock clock, int expected) {
        this.clock = clock;
        capacity = Math.max(LEAST_ROWS, expected + expected / 16);
        credentials = new Keys(capacity);
        hosts = new Keys(capacity);
        memos = new Memos(capacity);
        seen = new Seen(capacity);
        prints = new Prints(capacity);
        repeated = new Seen(capacity);
    }

    /** The row of the host with this credential if it was last told this tag and that still holds, else {@link #NONE}. */
    public int told(long credentialHigh, long credentialLow, long tagHigh, int tagLow) {
        var stamp = lock.tryOptimisticRead();
        if (stamp == 0) {
            return NONE;
        }
        var row = credentials.find(credentialHigh, credentialLow);
        var told = row != NONE && memos.says(row, tagHigh, tagLow) && orders.stands(memos.order(row)) && holds(row);
        return lock.validate(stamp) && told ? row : NONE;
    }

    private boolean holds(int row) {
        return !memos.ends(row) || memos.holdsAt(row, clock.instant());
    }

    public void saw(int row) {
        seen.mark(row);
    }

    /** The row of the host with this credential if this is what it last reported and nothing that matters has changed since, else {@link #NONE}. */
    public int repeats(long credentialHigh, long credentialLow, long print) {
        var stamp = lock.tryOptimisticRead();
        if (stamp == 0) {
            return NONE;
        }
        var row = credentials.find(credentialHigh, credentialLow);
        var repeats = row != NONE && prints.says(row, print);
        return lock.validate(stamp) && repeats ? row : NONE;
    }

    public void repeated(int row) {
        repeated.mark(row);
    }

    /** The hosts that reported the same again since this was last asked. */
    public List<UUID> drainRepeated() {
        var present = new ArrayList<UUID>();
        repeated.drain(row -> present.add(host(row)));
        return present;
    }

    /** To be taken before a report is written down: until it is, nobody knows what the host said last. */
    public Ticket reporting(UUID host) {
        var stamp = lock.writeLock();
        try {
            saidAnew(host);
            return new Ticket(this, changes[stripe(host)], reports[stripe(host)], orderChanges);
        } finally {
            lock.unlockWrite(stamp);
        }
    }

    /** It was written down. {@code print}: what it said, if saying it again changes nothing; else 0. */
    public void reported(Ticket ticket, UUID host, long print) {
        write(() -> {
            var row = rowOf(host);
            if (row == NONE) {
                return;
            }
            var alone = ticket.reports() == reports[stripe(host)]
                    && ticket.hostChanges() == changes[stripe(host)]
                    && ticket.orderChanges() == orderChanges;
            if (alone) {
                prints.put(row, print);
            } else {
                prints.forget(row);
            }
        });
    }

    /** Another replica was told something else. */
    public void saidAnew(Collection<UUID> hosts) {
        write(() -> hosts.forEach(this::saidAnew));
    }

    private void saidAnew(UUID host) {
        reports[stripe(host)]++;
        var row = rowOf(host);
        if (row != NONE) {
            prints.forget(row);
        }
    }

    /** The hosts that polled since this was last asked. */
    public List<UUID> drainSeen() {
        var present = new ArrayList<UUID>();
        seen.drain(row -> present.add(host(row)));
        return present;
    }

    public Optional<UUID> host(byte[] credentialHash) {
        var bits = ByteBuffer.wrap(credentialHash);
        var stamp = lock.readLock();
        try {
            var row = credentials.find(bits.getLong(), bits.getLong());
            return row == NONE ? Optional.empty() : Optional.of(host(row));
        } finally {
            lock.unlockRead(stamp);
        }
    }

    public UUID host(int row) {
        return new UUID(hosts.high(row), hosts.low(row));
    }

    /** The host may have been known, under this credential or another; what it was told is forgotten. */
    public void put(UUID host, long credentialHigh, long credentialLow) {
        write(() -> {
            drop(host);
            var row = newRow();
            hosts.put(row, host.getMostSignificantBits(), host.getLeastSignificantBits());
            credentials.put(row, credentialHigh, credentialLow);
        });
    }

    public void remove(UUID host) {
        write(() -> drop(host));
    }

    /** Something about these hosts has changed. */
    public void forget(Collection<UUID> changed) {
        write(() -> changed.forEach(this::forget));
    }

    public void ordersChanged(UUID rollout, int wave) {
        write(() -> {
            orderChanges++;
            orders.end(rollout, wave);
        });
    }

    public void ordersChanged(UUID rollout) {
        write(() -> {
            orderChanges++;
            orders.end(rollout);
        });
    }

    public void namesChanged() {
        write(() -> {
            orderChanges++;
            orders.endWaysBack();
            prints.forgetAll();
        });
    }

    public Ticket ticket(UUID host) {
        var stamp = lock.readLock();
        try {
            return new Ticket(this, changes[stripe(host)], reports[stripe(host)], orderChanges);
        } finally {
            lock.unlockRead(stamp);
        }
    }

    /** Keeps what the host was told, unless something changed since the ticket was taken. */
    public void remember(Ticket ticket, UUID host, String tag, Basis basis) {
        if (!Tag.is(tag)) {
            return;
        }
        write(() -> {
            var row = rowOf(host);
            if (row != NONE && ticket.hostChanges() == changes[stripe(host)] && ticket.orderChanges() == orderChanges) {
                memos.put(row, tag, orders.of(basis), basis.until());
            }
        });
    }

    public int size() {
        var stamp = lock.readLock();
        try {
            return rows - free.size();
        } finally {
            lock.unlockRead(stamp);
        }
    }

    public long bytes() {
        return credentials.bytes() + hosts.bytes() + memos.bytes() + seen.bytes() + prints.bytes() + repeated.bytes();
    }

    private void forget(UUID host) {
        changes[stripe(host)]++;
        var row = rowOf(host);
        if (row != NONE) {
            memos.forget(row);
            prints.forget(row);
        }
    }

    private void drop(UUID host) {
        forget(host);
        var row = rowOf(host);
        if (row != NONE) {
            hosts.remove(row);
            credentials.remove(row);
            free.add(row);
        }
    }

    private int newRow() {
        if (!free.isEmpty()) {
            return free.removeLast();
        }
        if (rows == capacity) {
            capacity += Math.max(LEAST_ROWS, capacity / 2);
            credentials.grow(capacity);
            hosts.grow(capacity);
            memos.grow(capacity);
            seen.grow(capacity);
            prints.grow(capacity);
            repeated.grow(capacity);
        }
        return rows++;
    }

    private int rowOf(UUID host) {
        return hosts.find(host.getMostSignificantBits(), host.getLeastSignificantBits());
    }

    private static int stripe(UUID host) {
        return host.hashCode() & (STRIPES - 1);
    }

    private void write(Runnable change) {
        var stamp = lock.writeLock();
        try {
            change.run();
        } finally {
            lock.unlockWrite(stamp);
        }
    }
}
