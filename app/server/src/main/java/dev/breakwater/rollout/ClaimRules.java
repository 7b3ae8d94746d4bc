package dev.breakwater.rollout;

import dev.breakwater.rollout.ClaimAnswer.Granted;
import dev.breakwater.rollout.engine.Directive;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The rules of a claim, in their order; the first that does not hold is the answer. Explaining a host asks the same ones, all of them. */
@Component
class ClaimRules {
    private static final List<ClaimRule> ALWAYS = List.of(
            StandingRules::stop,
            StandingRules::conflict,
            StandingRules::epoch,
            StandingRules::paused,
            StandingRules::hold);

    private final List<ClaimRule> forward;
    private final List<ClaimRule> rationed;
    private final List<ClaimRule> back;
    private final List<ClaimRule> rationedBack;

    ClaimRules(
            QuarantineRule quarantine,
            CalendarRule calendars,
            StartRateRule startRate,
            RoomRule room,
            RollbackRules rollback) {
        forward = List.of(StandingRules::offered, quarantine);
        rationed = List.of(StandingRules::soak, calendars, startRate, room::perDomain, room::overall);
        back = List.of(StandingRules::touched);
        rationedBack = List.of(rollback::order, rollback::room);
    }

    ClaimAnswer answer(Claim claim) {
        return rules(claim).stream()
                .map(rule -> rule.on(claim).refusal())
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(Granted::new);
    }

    List<Ruling> all(Claim claim) {
        return rules(claim).stream().map(rule -> rule.on(claim)).toList();
    }

    /** A claim that was granted is granted again without asking for room: its answer may have been lost. */
    private List<ClaimRule> rules(Claim claim) {
        var rules = new ArrayList<>(ALWAYS);
        if (claim.orders().directive() == Directive.ROLLBACK) {
            rules.addAll(back);
            rules.addAll(claim.isGoingBack() || StandingRules.isDown(claim) ? List.of() : rationedBack);
        } else {
            rules.addAll(forward);
            rules.addAll(claim.isClaimed() ? List.of() : rationed);
        }
        return rules;
    }
}
