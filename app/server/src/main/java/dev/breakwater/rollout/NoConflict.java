package dev.breakwater.rollout;

import dev.breakwater.host.HostId;
import dev.breakwater.web.ProblemException;
import org.springframework.http.HttpStatus;

/** The host is not in conflict, or somebody has decided already. */
class NoConflict extends ProblemException {
    NoConflict(HostId host) {
        super(HttpStatus.CONFLICT, "no_conflict", "Host %s is not in conflict.".formatted(host));
    }
}
