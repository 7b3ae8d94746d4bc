package dev.breakwater.fleetsim;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Brings hosts into the inventory: those that were there before keep their credential while the server still takes it. */
final class Enrolment {
    private final AgentApi api;
    private final OperatorApi operator;

    Enrolment(AgentApi api, OperatorApi operator) {
        this.api = api;
        this.operator = operator;
    }

    List<Enrolled> enrol(List<Identity> identities, List<Enrolled> before, Function<Identity, Machine> firstSystem) {
        var known = knownToServer(before);
        var token = operator.enrollmentToken("simulated fleet", identities.size());
        var members = new ArrayList<Enrolled>();
        for (var identity : identities) {
            var kept = known.get(identity);
            members.add(kept != null ? kept : api.enroll(token, identity, firstSystem.apply(identity)));
        }
        return members;
    }

    private Map<Identity, Enrolled> knownToServer(List<Enrolled> before) {
        return before.stream().filter(this::isTaken).collect(Collectors.toMap(Enrolled::identity, Function.identity()));
    }

    private boolean isTaken(Enrolled member) {
        try {
            api.desired(member.credential(), null, Duration.ZERO);
            return true;
        } catch (Refused refused) {
            return false;
        }
    }
}
