package dev.breakwater.convoy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One request and the thread that waits for it. */
final class Ticket<Q, A> {
    final Q request;
    private final CompletableFuture<Outcome<A>> outcome = new CompletableFuture<>();

    Ticket(Q request) {
        this.request = request;
    }

    void settle(Outcome<A> result) {
        outcome.complete(result);
    }

    /** Nobody waits for it any more. */
    boolean isAbandoned() {
        return outcome.isDone();
    }

    /** Whoever gives up takes its request out of what is still to be done. */
    Outcome<A> await(Duration longest, String what) {
        try {
            return outcome.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            return given(what);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return given(what);
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Outcome<A> given(String what) {
        outcome.complete(new Outcome.Refused<>(new Overloaded(what)));
        return outcome.join();
    }
}
