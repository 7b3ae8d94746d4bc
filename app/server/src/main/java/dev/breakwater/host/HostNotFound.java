package dev.breakwater.host;

import dev.breakwater.web.ProblemException;
import org.springframework.http.HttpStatus;

public final class HostNotFound extends ProblemException {
    public HostNotFound(HostId id) {
        super(HttpStatus.NOT_FOUND, "host_not_found", "There is no host %s.".formatted(id));
    }
}
