package dev.breakwater.rollout.engine;

import java.time.Instant;
import java.util.List;

/** Why a rollout is where it is: one sentence, and every rule of its phase with the evidence. */
public record Explanation(String sentence, Waiting waiting, List<Rule> rules) {

    public Explanation {
        rules = List.copyOf(rules);
    }

    /** A rule that must hold before the rollout goes on, whether it does, and the figures. */
    public record Rule(String rule, boolean holds, String evidence) {}

    public static Explanation of(Rollout rollout, Instant now) {
        Waiting waiting = Waiting.of(rollout, now);
        String awaited = waiting.waitingFor();
        String phase = rollout.phase().name();
        String sentence = awaited == null ? phase + ": it is over." : phase + ": it waits for " + awaited + ".";
        return new Explanation(sentence, waiting, Rules.of(rollout, now));
    }
}
