package dev.breakwater.rollout;

import dev.breakwater.calendar.Availability.Closed;
import dev.breakwater.host.HostId;
import dev.breakwater.rollout.ClaimAnswer.NotNow;
import dev.breakwater.rollout.ClaimAnswer.Withdrawn;
import dev.breakwater.rollout.engine.Explanation.Rule;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether a claim would be granted now: the very rules of a claim, asked without a lock and granting nothing. */
@Component
class Outlook {
    private final Claimants claimants;
    private final ClaimRules rules;
    private final CalendarRule calendars;

    Outlook(Claimants claimants, ClaimRules rules, CalendarRule calendars) {
        this.claimants = claimants;
        this.rules = rules;
        this.calendars = calendars;
    }

    Prospect of(HostId host) {
        return claimants
                .wouldAsk(host)
                .map(claim -> new Prospect(rules.all(claim), calendars.closed(claim)))
                .orElseGet(() -> new Prospect(List.of(), null));
    }

    /** Every rule in its order; the first that does not hold is what the host would be told. {@code closed}: by its calendars. */
    record Prospect(List<Ruling> rulings, @Nullable Closed closed) {
        Prospect {
            rulings = List.copyOf(rulings);
        }

        Optional<String> refusal() {
            return rulings.stream()
                    .map(Ruling::refusal)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .map(Prospect::why);
        }

        List<Rule> rules() {
            return rulings.stream()
                    .map(ruling -> new Rule(ruling.rule(), ruling.isHeld(), ruling.evidence()))
                    .toList();
        }

        private static String why(ClaimAnswer answer) {
            return switch (answer) {
                case NotNow refused -> refused.why();
                case Withdrawn refused -> refused.why();
                case ClaimAnswer.Granted _ -> "";
            };
        }
    }
}
