package dev.breakwater.generation;

import dev.breakwater.web.ProblemException;
import org.springframework.http.HttpStatus;

public final class GenerationNotFound extends ProblemException {
    public GenerationNotFound(GenerationId id) {
        super(HttpStatus.NOT_FOUND, "generation_not_found", "There is no generation %s.".formatted(id));
    }
}
