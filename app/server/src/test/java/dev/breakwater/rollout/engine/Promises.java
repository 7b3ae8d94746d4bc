package dev.breakwater.rollout.engine;

import static dev.breakwater.rollout.engine.Laws.require;

import dev.breakwater.rollout.engine.Outcome.Moved;
import dev.breakwater.rollout.engine.Phase.AwaitingApproval;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** Whom a rollout says that it waits for must be able to move it: what it names is tried, and forgotten. */
final class Promises {

    private static final Cause SOMEBODY = new Cause("somebody else", "to see whether it can be done");

    private record Word(String named, Event verb) {}

    private static final List<Word> WORDS = List.of(
            new Word("a person to start", new Event.Start(null, SOMEBODY)),
            new Word("to resume", new Event.Resume(SOMEBODY)),
            new Word("to promote", new Event.Promote(SOMEBODY)),
            new Word("to retry", new Event.Retry(SOMEBODY)),
            new Word(" roll it back", new Event.RollBack(SOMEBODY)),
            new Word("supersede", new Event.Supersede(SOMEBODY)),
            new Word("cancel it", new Event.Cancel(SOMEBODY)));

    private Promises() {}

    static void hold(Rollout rollout, Instant now) {
        if (rollout.phase().isTerminal()) {
            return;
        }
        String whom = Objects.requireNonNull(Waiting.of(rollout, now).waitingFor());
        for (Word word : WORDS) {
            if (whom.contains(word.named())) {
                Outcome outcome = Engine.decide(rollout, word.verb(), now).outcome();
                require(outcome instanceof Moved, "it waits for %s, and %s".formatted(whom, outcome));
            }
        }
        if (rollout.phase() instanceof AwaitingApproval(int wave)) {
            enoughPeopleCanApprove(rollout, wave, now);
        }
    }

    private static void enoughPeopleCanApprove(Rollout rollout, int wave, Instant now) {
        Rollout asked = rollout;
        Outcome outcome = null;
        for (String person : people(rollout)) {
            if (!asked.phase().equals(new AwaitingApproval(wave))) {
                return;
            }
            Decision decision = Engine.decide(asked, new Event.Approve(new Cause(person, "to see")), now);
            asked = decision.next();
            outcome = decision.outcome();
        }
        require(!asked.phase().equals(new AwaitingApproval(wave)), "approved by all, and it still waits: " + outcome);
    }

    private static List<String> people(Rollout rollout) {
        List<String> named = rollout.policy().approvals().from();
        int required = rollout.policy().approvals().required();
        return named.isEmpty()
                ? IntStream.range(0, required).mapToObj(i -> "person " + i).toList()
                : named;
    }
}
