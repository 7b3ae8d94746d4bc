package dev.breakwater.web;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A request that a rule of the domain refuses. Modules subclass it ({@code HostNotFound}); it is rendered as an RFC 9457
 * problem in one place. The message is shown to the caller; the code is stable and never reworded.
 */
public abstract class ProblemException extends RuntimeException {
    private final HttpStatus status;
    private final String code;
    private final transient List<FieldError> errors;

    protected ProblemException(HttpStatus status, String code, String message) {
        this(status, code, message, List.of());
    }

    protected ProblemException(HttpStatus status, String code, String message, List<FieldError> errors) {
        super(message);
        this.status = status;
        this.code = code;
        this.errors = List.copyOf(errors);
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    public List<FieldError> errors() {
        return errors;
    }

    /** Becomes {@code Retry-After}, rounded up to seconds. */
    public @Nullable Duration retryAfter() {
        return null;
    }
}
