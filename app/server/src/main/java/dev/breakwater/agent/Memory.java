package dev.breakwater.agent;

import dev.breakwater.agent.memory.HostTable;
import dev.breakwater.agent.memory.Ticket;
import dev.breakwater.host.HostChanged;
import dev.breakwater.host.HostId;
import dev.breakwater.rollout.Desired.Basis;
import dev.breakwater.rollout.DirectiveChanged;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * What this replica knows by itself of who the hosts are and what they were told. It answers only while it is sure: what it knows was
 * compared with the database within the last second, and after the newest change that this replica made.
 */
@Component
class Memory {
    static final Duration TRUSTED = Duration.ofSeconds(1);
    private static final Set<String> STEERING =
            Set.of("host.reenrolled", "host.deleted", "host.held", "host.released", "host.conflict");

    private final LongSupplier nanos;
    private final LongAdder answers = new LongAdder();
    private final LongAdder repeats = new LongAdder();
    private volatile HostTable table;
    private volatile boolean loaded;
    private volatile long comparedAt;
    private volatile long suspectedAt;

    @Autowired
    Memory(Clock clock) {
        this(clock, System::nanoTime);
    }

    Memory(Clock clock, LongSupplier nanos) {
        this.nanos = nanos;
        this.table = new HostTable(clock, 0);
        this.suspectedAt = nanos.getAsLong();
    }

    /** Whether the host with this credential would be told just this; if so, it was there. */
    boolean told(long credentialHigh, long credentialLow, long tagHigh, int tagLow) {
        if (!sure()) {
            return false;
        }
        var known = table;
        var row = known.told(credentialHigh, credentialLow, tagHigh, tagLow);
        if (row == HostTable.NONE) {
            return false;
        }
        known.saw(row);
        answers.increment();
        return true;
    }

    /** The host with this credential, if it reported just this before and nothing has changed since; then it was there. */
    @Nullable
    HostId repeats(long credentialHigh, long credentialLow, long print) {
        if (!sure()) {
            return null;
        }
        var known = table;
        var row = known.repeats(credentialHigh, credentialLow, print);
        if (row == HostTable.NONE) {
            return null;
        }
        known.repeated(row);
        repeats.increment();
        return new HostId(known.host(row));
    }

    /** To be taken before a report is written down. */
    Ticket reporting(HostId host) {
        return table.reporting(host.value());
    }

    /** {@code print}: what was said, if saying it again changes nothing; else 0. */
    void reported(Ticket ticket, HostId host, long print) {
        ticket.table().reported(ticket, host.value(), print);
    }

    List<HostId> drainRepeated() {
        return table.drainRepeated().stream().map(HostId::new).toList();
    }

    /** Reports that needed no database. */
    long repeats() {
        return repeats.sum();
    }

    /** Empty where the database must be asked. */
    Optional<HostId> host(byte[] credentialHash) {
        return sure() ? table.host(credentialHash).map(HostId::new) : Optional.empty();
    }

    /** To be taken before the database is asked what the host should be told. */
    Ticket ticket(HostId host) {
        return table.ticket(host.value());
    }

    void remember(Ticket ticket, HostId host, String tag, Basis basis) {
        ticket.table().remember(ticket, host.value(), tag, basis);
    }

    List<HostId> drainSeen() {
        return table.drainSeen().stream().map(HostId::new).toList();
    }

    /** Polls that needed no database. */
    long answers() {
        return answers.sum();
    }

    HostTable table() {
        return table;
    }

    void replace(HostTable with) {
        loaded = false;
        table = with;
    }

    /** All that was committed before {@code began} is known now. */
    void compared(long began) {
        comparedAt = began;
        loaded = true;
    }

    long now() {
        return nanos.getAsLong();
    }

    boolean isLoaded() {
        return loaded;
    }

    double lagSeconds() {
        return loaded ? (now() - comparedAt) / (double) TimeUnit.SECONDS.toNanos(1) : Double.NaN;
    }

    private boolean sure() {
        var at = comparedAt;
        return loaded && at - suspectedAt > 0 && now() - at < TRUSTED.toNanos();
    }

    @EventListener
    void on(DirectiveChanged change) {
        suspectedAt = now();
    }

    /** Before whoever made the change hears that it was made. */
    @TransactionalEventListener(fallbackExecution = true)
    void on(HostChanged change) {
        if (STEERING.contains(change.type())) {
            suspectedAt = now();
        }
    }
}
