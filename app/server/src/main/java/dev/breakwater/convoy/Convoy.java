package dev.breakwater.convoy;

import dev.breakwater.convoy.Outcome.Alone;
import dev.breakwater.convoy.Outcome.Answered;
import dev.breakwater.convoy.Outcome.Refused;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Lets requests that arrive together share a transaction. A lane takes whatever waits as soon as its last transaction has ended, so that
 * an idle server adds no delay and a busy one takes more at a time. Where the shared transaction fails each request is done alone.
 */
public final class Convoy<Q, A> implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Convoy.class);

    private final String what;
    private final Limits limits;
    private final Crew<Q, A> crew;
    private final BlockingQueue<Ticket<Q, A>> waiting;
    private final List<Thread> lanes;

    public Convoy(String what, Limits limits, Crew<Q, A> crew) {
        this.what = what;
        this.limits = limits;
        this.crew = crew;
        this.waiting = new ArrayBlockingQueue<>(limits.waiting());
        this.lanes = IntStream.range(0, limits.lanes())
                .mapToObj(lane ->
                        Thread.ofPlatform().daemon().name(what + "-" + lane).start(this::sail))
                .toList();
    }

    /** Returns when the request's transaction has committed; throws what refused it, or {@link Overloaded}. */
    public A join(Q request) {
        var ticket = new Ticket<Q, A>(request);
        if (!waiting.offer(ticket)) {
            throw new Overloaded(what);
        }
        return switch (ticket.await(limits.longestWait(), what)) {
            case Answered(var answer) -> answer;
            case Refused(var why) -> throw why;
            case Alone() -> crew.alone(request);
        };
    }

    public int waiting() {
        return waiting.size();
    }

    @Override
    public void close() {
        lanes.forEach(Thread::interrupt);
    }

    private void sail() {
        List<Ticket<Q, A>> later = List.of();
        try {
            while (!Thread.currentThread().isInterrupted()) {
                later = sail(board(later));
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** Those that had to stay behind go first. */
    private List<Ticket<Q, A>> board(List<Ticket<Q, A>> later) throws InterruptedException {
        var boarded = new ArrayList<>(later);
        if (boarded.isEmpty()) {
            boarded.add(waiting.take());
        }
        waiting.drainTo(boarded, limits.together() - boarded.size());
        return boarded;
    }

    /** Returns the second words of those that speak in this one. */
    private List<Ticket<Q, A>> sail(List<Ticket<Q, A>> boarded) {
        var keys = new HashSet<Object>();
        var now = new ArrayList<Ticket<Q, A>>();
        var later = new ArrayList<Ticket<Q, A>>();
        for (var ticket : boarded) {
            if (!ticket.isAbandoned()) {
                (keys.add(crew.key(ticket.request)) ? now : later).add(ticket);
            }
        }
        work(now);
        return later;
    }

    private void work(List<Ticket<Q, A>> tickets) {
        if (tickets.isEmpty()) {
            return;
        }
        try {
            var outcomes =
                    crew.together(tickets.stream().map(ticket -> ticket.request).toList());
            for (var i = 0; i < tickets.size(); i++) {
                tickets.get(i).settle(outcomes.get(i));
            }
        } catch (RuntimeException | Error failed) {
            var instead = instead(failed);
            tickets.forEach(ticket -> ticket.settle(instead));
        }
    }

    /** Without a database there is no use in trying each; otherwise one of them has spoilt it, and the others need not suffer. */
    private Outcome<A> instead(Throwable failed) {
        if (failed instanceof RuntimeException unavailable && isUnavailable(failed)) {
            return new Refused<>(unavailable);
        }
        log.warn("{} could not be done together; each is done alone", what, failed);
        return new Alone<>();
    }

    private static boolean isUnavailable(Throwable failed) {
        for (var cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotCreateTransactionException) {
                return true;
            }
            if (cause instanceof SQLException sql
                    && String.valueOf(sql.getSQLState()).matches("(08|53|57).*")) {
                return true;
            }
        }
        return false;
    }
}
