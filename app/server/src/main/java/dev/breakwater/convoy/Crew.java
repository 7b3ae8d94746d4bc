package dev.breakwater.convoy;

import java.util.List;

/** Does the work. Called by several threads at once. */
public interface Crew<Q, A> {
    /** No two requests of one key are worked off together. */
    Object key(Q request);

    /**
     * In one transaction, which has committed when this returns; an outcome for each request, in their order. Throws when none was done.
     */
    List<Outcome<A>> together(List<Q> requests);

    /** In a transaction of its own, waiting for whom it must. */
    A alone(Q request);
}
