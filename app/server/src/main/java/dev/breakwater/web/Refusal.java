package dev.breakwater.web;

import java.util.List;
import org.springframework.http.HttpStatus;

/** A refusal that belongs to HTTP itself and so has no type of its own. */
class Refusal extends ProblemException {
    Refusal(HttpStatus status, String code, String message) {
        super(status, code, message);
    }

    Refusal(HttpStatus status, String code, String message, FieldError error) {
        super(status, code, message, List.of(error));
    }
}
