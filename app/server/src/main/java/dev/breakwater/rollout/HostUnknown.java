package dev.breakwater.rollout;

import dev.breakwater.host.HostId;
import dev.breakwater.web.ProblemException;
import org.springframework.http.HttpStatus;

/** No host has this id. */
class HostUnknown extends ProblemException {
    HostUnknown(HostId id) {
        super(HttpStatus.NOT_FOUND, "host_not_found", "There is no host " + id + ".");
    }
}
