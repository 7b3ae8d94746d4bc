package dev.breakwater.rollout.gate;

import dev.breakwater.web.ProblemException;
import java.util.UUID;
import org.springframework.http.HttpStatus;

final class GateNotFound extends ProblemException {
    GateNotFound(UUID id) {
        super(HttpStatus.NOT_FOUND, "gate_not_found", "There is no gate %s.".formatted(id));
    }
}
