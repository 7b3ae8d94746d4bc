package dev.breakwater.rollout;

import dev.breakwater.rollout.ClaimAnswer.Granted;
import dev.breakwater.rollout.ClaimAnswer.NotNow;
import dev.breakwater.rollout.ClaimAnswer.Withdrawn;
import dev.breakwater.rollout.Claimants.Asking;
import dev.breakwater.rollout.Granting.Refused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Answers claims of one rollout, one after the other, in the caller's transaction. It holds the rows of the rollout, of the stop, of the
 * hosts and of every scope that is rationed, so that what it counts is exact and a directive or a stop that has committed is seen.
 */
@Component
class ClaimRound {
    private final Claimants claimants;
    private final ClaimRules rules;
    private final Granting granting;

    ClaimRound(Claimants claimants, ClaimRules rules, Granting granting) {
        this.claimants = claimants;
        this.rules = rules;
        this.granting = granting;
    }

    /** By host; those that the rollout does not steer are missing. */
    Map<UUID, ClaimAnswer> answers(UUID rollout, Map<UUID, Long> epochs) {
        return claimants.asking(rollout, epochs).map(this::answers).orElse(Map.of());
    }

    private Map<UUID, ClaimAnswer> answers(Asking asking) {
        var answers = new HashMap<UUID, ClaimAnswer>();
        var granted = new ArrayList<Claim>();
        asking.ledger().onWrite(() -> {
            granting.granted(List.copyOf(granted));
            granted.clear();
        });
        var refused = new ArrayList<Refused>();
        for (var claim : asking.claims().values()) {
            var answer = rules.answer(claim);
            answers.put(claim.turn().hostId(), answer);
            switch (answer) {
                case Granted _ -> grant(claim, asking.ledger(), granted);
                case NotNow notNow -> refused.add(new Refused(claim, notNow.code()));
                case Withdrawn _ -> {}
            }
        }
        asking.ledger().write();
        granting.putOff(refused);
        return answers;
    }

    /** The way back counts rows where it is limited: they are written before the next claim is answered. */
    private void grant(Claim claim, Ledger ledger, List<Claim> granted) {
        granting.use(claim, ledger);
        granted.add(claim);
        if (claim.goesBack() && claim.policy().rollback().maxUnavailable() != null) {
            ledger.write();
        }
    }
}
