package dev.breakwater.rollout.engine;

import dev.breakwater.rollout.engine.Command.AskGates;
import dev.breakwater.rollout.engine.Command.Direct;
import dev.breakwater.rollout.engine.Command.RecordApproval;
import dev.breakwater.rollout.engine.Command.Release;
import dev.breakwater.rollout.engine.Command.RetryHosts;
import dev.breakwater.rollout.engine.Command.SkipHost;
import dev.breakwater.rollout.engine.Command.VoidApprovals;
import dev.breakwater.rollout.engine.Command.WakeAt;
import dev.breakwater.rollout.engine.Outcome.Moved;
import dev.breakwater.rollout.engine.Outcome.Transition;
import dev.breakwater.rollout.engine.Outcome.Unchanged;
import dev.breakwater.rollout.engine.Phase.Ended;
import dev.breakwater.rollout.engine.Phase.Enlisting;
import dev.breakwater.rollout.engine.Phase.Rolling;
import dev.breakwater.rollout.engine.Phase.Soaking;
import dev.breakwater.rollout.engine.evidence.Tally;
import dev.breakwater.rollout.engine.policy.Policy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One decision in the making. Lives for one call of the engine, in one thread. */
final class Course {

    /** What was due but is not in the rows yet is looked for again this much later. */
    static final Duration SOON = Duration.ofSeconds(1);

    private final Policy policy;
    private final Instant now;
    private final List<Wave> waves;
    private final List<Command> commands = new ArrayList<>();
    private final List<Transition> transitions = new ArrayList<>();
    private Phase phase;
    private Outside outside;
    private boolean unread;

    Course(Rollout rollout, Instant now) {
        this.policy = rollout.policy();
        this.now = now;
        this.waves = new ArrayList<>(rollout.waves());
        this.phase = rollout.phase();
        this.outside = rollout.outside();
    }

    Policy policy() {
        return policy;
    }

    Instant now() {
        return now;
    }

    Phase phase() {
        return phase;
    }

    Outside outside() {
        return outside;
    }

    Consent consent() {
        return outside.consent();
    }

    Wave wave(int index) {
        return waves.get(index);
    }

    Tally tally() {
        return new Rollout(policy, phase, waves).tally();
    }

    /** Hosts that have run the new generation, or were granted to. */
    int touched() {
        return waves.stream().mapToInt(wave -> wave.counts().facts().touched()).sum();
    }

    int waves() {
        return waves.size();
    }

    /** Counts in hand say nothing any more about what the hosts should do now: a decision must wait for the next reading. */
    boolean unread() {
        return unread;
    }

    void awaitReading() {
        unread = true;
    }

    void move(Phase to, Cause cause) {
        transitions.add(new Transition(phase, to, cause));
        phase = to;
    }

    void end(Ended to, Cause cause) {
        move(to, cause);
        command(new Release());
    }

    void change(int wave, UnaryOperator<Wave> change) {
        waves.set(wave, change.apply(waves.get(wave)));
    }

    void direct(int wave, Directive directive) {
        change(wave, steered -> steered.under(directive));
        command(new Direct(wave, directive));
    }

    /** It is the wave's turn: it opens, unless its hosts have yet to be listed. */
    void begin(int index, Cause cause) {
        if (wave(index).isForNewcomers() && !wave(index).opened()) {
            change(index, wave -> wave.in(WaveState.PENDING));
            move(new Enlisting(index), cause);
        } else {
            open(index, cause);
        }
    }

    /** Opens a wave for the first time, or again after a retry. */
    void open(int index, Cause cause) {
        boolean again = wave(index).opened();
        change(index, wave -> wave.openAt(now));
        direct(index, Directive.OFFER);
        askGates(index);
        if (again) {
            askAgain(index, "the wave was opened again");
            command(new RetryHosts(index));
            awaitReading();
        }
        move(new Rolling(index), cause);
    }

    /** Only what gates say from now on counts. */
    void askGates(int wave) {
        if (!wave(wave).policy().clearance().gates().isEmpty()) {
            change(wave, Wave::unheard);
            command(new AskGates(wave));
        }
    }

    void approve(int wave, Cause cause) {
        Instant expiresAt = now.plus(policy.approvals().validFor());
        outside = outside.agreeing(outside.consent().with(new Approval(wave, cause.actor(), expiresAt)));
        command(new RecordApproval(wave, cause, expiresAt));
    }

    /** What people approved is not what stands there now. */
    void askAgain(int wave, String why) {
        if (outside.consent().isGivenFor(wave)) {
            outside = outside.agreeing(outside.consent().without(wave));
            command(new VoidApprovals(wave, why));
        }
    }

    /** The wave's whole soak, from now. */
    Soaking soaking(int wave) {
        return new Soaking(wave, now.plus(policy.soakOf(wave)));
    }

    void command(Command command) {
        commands.add(command);
    }

    Decision decision() {
        Rollout next = new Rollout(policy, phase, waves, outside);
        Optional.ofNullable(wakeAt(next)).map(WakeAt::new).ifPresent(this::command);
        return new Decision(next, commands, transitions.isEmpty() ? new Unchanged() : new Moved(transitions));
    }

    private static boolean changesHosts(Command command) {
        return command instanceof Direct || command instanceof SkipHost;
    }

    /** After steering a wave, at once: its hosts must be counted anew. */
    private @Nullable Instant wakeAt(Rollout next) {
        if (phase.isTerminal()) {
            return null;
        }
        if (commands.stream().anyMatch(Course::changesHosts)) {
            return now;
        }
        Instant due = Waiting.of(next, now).nextCheckAt();
        return due == null || due.isAfter(now) ? due : now.plus(SOON);
    }
}
