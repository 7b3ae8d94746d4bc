package dev.breakwater.web;

import org.springframework.http.HttpStatus;

/** The actor is known and may not do this. */
public class Forbidden extends ProblemException {
    public Forbidden() {
        super(HttpStatus.FORBIDDEN, "forbidden", "Your role does not allow this.");
    }
}
