package dev.breakwater.web;

import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

/** A body over the limit of its path. */
class BodyTooLarge extends ProblemException {
    BodyTooLarge(DataSize limit) {
        super(
                HttpStatus.CONTENT_TOO_LARGE,
                "body_too_large",
                "The body may be at most " + limit.toKilobytes() + " KiB here.");
    }
}
