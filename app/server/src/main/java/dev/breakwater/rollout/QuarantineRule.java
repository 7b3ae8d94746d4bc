package dev.breakwater.rollout;

import dev.breakwater.generation.GenerationId;
import dev.breakwater.generation.QuarantineGuard;
import java.util.List;
import org.springframework.stereotype.Component;

/** Nothing quarantined is offered: neither the generation nor, under another name, what it would have this host run. */
@Component
class QuarantineRule implements ClaimRule {
    private static final String RULE = "generation not quarantined";

    private final QuarantineGuard guard;

    QuarantineRule(QuarantineGuard guard) {
        this.guard = guard;
    }

    @Override
    public Ruling on(Claim claim) {
        var ref = claim.turn().toRef();
        return guard.of(new GenerationId(claim.orders().generationId()), List.of(ref))
                .barring(ref, claim.host().labels())
                .map(bar -> Ruling.withdrawn(RULE, "quarantined", bar.sentence()))
                .orElseGet(() -> Ruling.holds(RULE, ref + " is not"));
    }
}
