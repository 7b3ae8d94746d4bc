package dev.breakwater.generation;

import dev.breakwater.web.FieldError;
import dev.breakwater.web.ProblemException;
import java.util.List;
import org.springframework.http.HttpStatus;

final class GenerationNameTaken extends ProblemException {
    GenerationNameTaken(NewGeneration wanted) {
        super(
                HttpStatus.CONFLICT,
                "generation_name_taken",
                "A generation of platform %s is called %s already; generations do not change, so register another."
                        .formatted(wanted.platform().wire(), wanted.name()),
                List.of(new FieldError("/name", "is taken")));
    }
}
