package dev.breakwater.rollout.engine;

import java.time.Instant;
import java.util.UUID;

/** What the shell must do, in order, in the transaction that saves the decision. */
public sealed interface Command {

    /** Steer a wave. Every one gets a fresh epoch, so that whatever hosts were told before decides nothing more. */
    record Direct(int wave, Directive directive) implements Command {}

    /** The generation must not be offered again to this rollout's selector until it is released. */
    record Quarantine(String why) implements Command {}

    /**
     * Another try for the wave's hosts that are FAILED or SILENT: those untouched go back to PENDING, those touched to CLAIMED,
     * streak 0, and their deadlines start now. Where hosts were being rolled back: forget failed attempts and start the deadline now.
     */
    record RetryHosts(int wave) implements Command {}

    /**
     * List the hosts that have come to match since the rollout was planned, and may move, as those of this wave; and why the others may not. May be
     * carried out later, and is asked for until it has been.
     */
    record Enlist(int wave) implements Command {}

    /** Forget what the wave's gates said, and ask them all again now. */
    record AskGates(int wave) implements Command {}

    /** Nothing more is offered to the host, and what becomes of it is not judged. */
    record SkipHost(UUID host) implements Command {}

    /** Somebody approved the wave; counts until then. */
    record RecordApproval(int wave, Cause cause, Instant expiresAt) implements Command {}

    /** What was approved has changed: the wave must ask again. */
    record VoidApprovals(int wave, String why) implements Command {}

    /** Send a Tick then, at the latest. Replaces the timer armed before. */
    record WakeAt(Instant at) implements Command {}

    /** The rollout is over: its hosts are free for another. Until one takes them they go on reading their wave's directive. */
    record Release() implements Command {}
}
