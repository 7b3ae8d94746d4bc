package dev.breakwater.rollout;

import dev.breakwater.web.ProblemException;
import org.springframework.http.HttpStatus;

/** Hosts of the plan are steered by another running rollout, and the overlap policy is REJECT. */
class HostsOwned extends ProblemException {
    HostsOwned(int hosts, String example, String owner) {
        super(
                HttpStatus.CONFLICT,
                "hosts_owned",
                "%d of the hosts, such as %s, belong to running rollout %s. Wait for it, or use overlap EXCLUDE."
                        .formatted(hosts, example, owner));
    }
}
