package dev.breakwater.rollout.gate;

import dev.breakwater.web.FieldError;
import dev.breakwater.web.ProblemException;
import java.util.List;
import org.springframework.http.HttpStatus;

final class GateNameTaken extends ProblemException {
    GateNameTaken(String name) {
        super(
                HttpStatus.CONFLICT,
                "gate_name_taken",
                "Another gate is called %s.".formatted(name),
                List.of(new FieldError("/name", "is taken")));
    }
}
