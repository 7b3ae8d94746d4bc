package dev.breakwater.rollout;

import dev.breakwater.host.HostId;
import dev.breakwater.rollout.ClaimAnswer.Granted;
import dev.breakwater.rollout.ClaimAnswer.NotNow;
import dev.breakwater.rollout.ClaimAnswer.Withdrawn;
import dev.breakwater.rollout.engine.Directive;
import dev.breakwater.rollout.engine.WaveState;
import dev.breakwater.rollout.store.TurnStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Grants claims, one at a time per rollout and per scope that is rationed: the transaction holds their rows, so that what it counts is
 * exact and a directive or a stop that has committed is seen.
 */
@Component
class Claims {
    private static final Withdrawn NOTHING = new Withdrawn("withdrawn", "No rollout offers this host anything.");

    private final Claimants claimants;
    private final ClaimRules rules;
    private final Granting granting;
    private final TurnStore turns;

    Claims(Claimants claimants, ClaimRules rules, Granting granting, TurnStore turns) {
        this.claimants = claimants;
        this.rules = rules;
        this.granting = granting;
        this.turns = turns;
    }

    @Transactional
    public ClaimAnswer claim(HostId host, long epoch) {
        return claimants.asking(host, epoch).map(this::answer).orElse(NOTHING);
    }

    private ClaimAnswer answer(Claim claim) {
        var answer = rules.answer(claim);
        switch (answer) {
            case Granted _ -> granting.grant(claim);
            case NotNow refusal -> putOff(claim, refusal.code());
            case Withdrawn _ -> {}
        }
        return answer;
    }

    /** Under an order that is gone, asking is no word. */
    private void putOff(Claim claim, String code) {
        if (claim.epoch() == claim.orders().epoch() && claim.orders().directive() != Directive.WAIT) {
            turns.asked(claim.turn(), staysDeferred(claim), code, claim.now());
        }
    }

    private static boolean staysDeferred(Claim claim) {
        return claim.turn().deferred() && (claim.orders().waveState() == WaveState.SOAKING);
    }
}
