package dev.breakwater.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The body of every error answer (RFC 9457). The code is what programs may rely on; the sentences may be reworded. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String title, int status, String detail, @Nullable String instance, String code, List<FieldError> errors) {
    public Problem {
        errors = List.copyOf(errors);
    }

    static Problem of(HttpStatus status, String code, String detail) {
        return of(status, code, detail, List.of());
    }

    static Problem of(HttpStatus status, String code, String detail, List<FieldError> errors) {
        return new Problem(status.getReasonPhrase(), status.value(), detail, null, code, errors);
    }

    static Problem of(ProblemException refusal) {
        return of(refusal.status(), refusal.code(), String.valueOf(refusal.getMessage()), refusal.errors());
    }

    Problem at(String path) {
        return new Problem(title, status, detail, path, code, errors);
    }
}
