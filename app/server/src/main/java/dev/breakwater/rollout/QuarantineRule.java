package dev.breakwater.rollout;

import org.springframework.stereotype.Component;

/** Nothing quarantined is offered: neither the generation nor, under another name, what it would have this host run. */
@Component
class QuarantineRule implements ClaimRule {
    private static final String RULE = "generation not quarantined";

    @Override
    public Ruling on(Claim claim) {
        var ref = claim.turn().toRef();
        return claim.of()
                .bars()
                .barring(ref, claim.host().labels())
                .map(bar -> Ruling.withdrawn(RULE, "quarantined", bar.sentence()))
                .orElseGet(() -> Ruling.holds(RULE, ref + " is not"));
    }
}
