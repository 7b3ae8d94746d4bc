package dev.breakwater.web;

import org.springframework.http.HttpStatus;

/** Text that PostgreSQL cannot keep. */
class NulCharacter extends ProblemException {
    NulCharacter(String pointer) {
        super(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "nul_character",
                "Text must not contain the NUL character.",
                java.util.List.of(new FieldError(pointer, "must not contain the NUL character")));
    }
}
