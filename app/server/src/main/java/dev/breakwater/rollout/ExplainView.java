package dev.breakwater.rollout;

import dev.breakwater.rollout.engine.Explanation.Rule;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why something is not further: one sentence, and every rule with its evidence. */
@Schema(name = "Explanation")
public record ExplainView(
        String sentence,
        @Nullable String waitingFor,
        @Nullable Instant nextCheckAt,
        List<Rule> rules) {
    public ExplainView {
        rules = List.copyOf(rules);
    }
}
