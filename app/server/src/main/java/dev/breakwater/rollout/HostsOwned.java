package dev.breakwater.rollout;

import dev.breakwater.web.FieldError;
import dev.breakwater.web.ProblemException;
import org.springframework.http.HttpStatus;

/** Hosts of the plan are steered by other running rollouts, and the overlap policy is REJECT. The first of them are listed. */
class HostsOwned extends ProblemException {
    HostsOwned(Owned owned) {
        super(
                HttpStatus.CONFLICT,
                "hosts_owned",
                "%d of the hosts, such as %s, belong to running rollout %s. Wait for it, or use overlap EXCLUDE or SUPERSEDE."
                        .formatted(
                                owned.hosts(),
                                owned.example().name(),
                                owned.example().owner()),
                owned.first().stream()
                        .map(host -> new FieldError(
                                "/selector", "%s belongs to running rollout %s".formatted(host.name(), host.owner())))
                        .toList());
    }
}
