package dev.breakwater.identity;

import dev.breakwater.web.FieldError;
import dev.breakwater.web.ProblemException;
import java.util.List;
import org.springframework.http.HttpStatus;

/** Two people cannot share a name. */
class NameTaken extends ProblemException {
    NameTaken(String name) {
        super(
                HttpStatus.CONFLICT,
                "name_taken",
                "There is a user " + name + " already.",
                List.of(new FieldError("/name", "is taken")));
    }
}
