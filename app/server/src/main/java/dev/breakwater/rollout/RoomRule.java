package dev.breakwater.rollout;

import dev.breakwater.rollout.store.RationStore.Ration;
import org.springframework.stereotype.Component;

/** There is room for one more to be away: in the host's failure domain, then among all of the rollout's selector. */
@Component
class RoomRule {
    Ruling perDomain(Claim claim) {
        return on(claim, "room in its failure domain", Allowance.PER_DOMAIN);
    }

    Ruling overall(Claim claim) {
        return on(claim, "room for another host to move", Allowance.OVERALL);
    }

    private static Ruling on(Claim claim, String rule, String code) {
        var allowance =
                claim.allowances().stream().filter(it -> it.code().equals(code)).findFirst();
        if (allowance.isEmpty()) {
            return Ruling.holds(rule, "no limit");
        }
        if (claim.host().unhealthy()) {
            return Ruling.holds(rule, StandingRules.why(claim));
        }
        var limit = allowance.get();
        var ration = claim.room().of(limit);
        var evidence = evidence(limit, ration);
        return ration.away() < limit.allowed(ration.whole())
                ? Ruling.holds(rule, evidence)
                : Ruling.notNow(rule, code, evidence + ".", Ruling.SOON);
    }

    static String evidence(Allowance limit, Ration ration) {
        return "Of %d hosts of %s %d are moving and %d are down, %d may be unavailable"
                .formatted(
                        ration.whole(),
                        limit.scope().isEmpty() ? "all" : limit.scope(),
                        ration.moving(),
                        ration.down(),
                        limit.allowed(ration.whole()));
    }
}
