package dev.breakwater.rollout;

import dev.breakwater.rollout.store.CandidateStore.CandidateRow;
import dev.breakwater.web.FieldError;
import dev.breakwater.web.ProblemException;
import java.util.List;
import org.springframework.http.HttpStatus;

/** Hosts of the plan are steered by other running rollouts, and the overlap policy is REJECT. The first of them are listed. */
class HostsOwned extends ProblemException {
    private static final int LISTED = 100;

    HostsOwned(List<CandidateRow> owned) {
        super(
                HttpStatus.CONFLICT,
                "hosts_owned",
                "%d of the hosts, such as %s, belong to running rollout %s. Wait for it, or use overlap EXCLUDE or SUPERSEDE."
                        .formatted(
                                owned.size(),
                                owned.getFirst().name(),
                                owned.getFirst().ownerName()),
                owned.stream()
                        .limit(LISTED)
                        .map(host -> new FieldError(
                                "/selector",
                                "%s belongs to running rollout %s".formatted(host.name(), host.ownerName())))
                        .toList());
    }
}
