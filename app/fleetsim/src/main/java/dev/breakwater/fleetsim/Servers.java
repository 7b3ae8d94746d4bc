package dev.breakwater.fleetsim;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongSupplier;

/** The replicas of one control plane: requests go to each in turn; one that broke a request is left alone for a while, as a balancer does. */
final class Servers {
    static final Duration LEFT_ALONE = Duration.ofSeconds(5);

    private final List<URI> replicas;
    private final LongSupplier nanos;
    private final AtomicLongArray goodFrom;
    private final AtomicInteger turn = new AtomicInteger();

    Servers(List<URI> replicas, LongSupplier nanos) {
        this.replicas = List.copyOf(replicas);
        this.nanos = nanos;
        this.goodFrom = new AtomicLongArray(replicas.size());
        var now = nanos.getAsLong();
        for (var index = 0; index < replicas.size(); index++) {
            goodFrom.set(index, now);
        }
    }

    /** Reads addresses with commas between them. */
    static Servers of(String addresses) {
        return new Servers(Arrays.stream(addresses.split(",")).map(URI::create).toList(), System::nanoTime);
    }

    /** Whoever is next, and not left alone; when all are, whoever is next. */
    URI next() {
        var first = turn.getAndIncrement();
        var now = nanos.getAsLong();
        for (var step = 0; step < replicas.size(); step++) {
            var index = Math.floorMod(first + step, replicas.size());
            if (now - goodFrom.get(index) >= 0) {
                return replicas.get(index);
            }
        }
        return replicas.get(Math.floorMod(first, replicas.size()));
    }

    /** The replica at this address did not answer, or could not. */
    void broke(URI address) {
        for (var index = 0; index < replicas.size(); index++) {
            if (replicas.get(index).getAuthority().equals(address.getAuthority())) {
                goodFrom.set(index, nanos.getAsLong() + LEFT_ALONE.toNanos());
            }
        }
    }
}
