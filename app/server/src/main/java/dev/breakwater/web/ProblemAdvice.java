package dev.breakwater.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolationException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Gives whatever a controller throws to {@link Problems}, after naming what Spring MVC itself refuses. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice extends ResponseEntityExceptionHandler {
    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler(AccessDeniedException.class)
    ResponseEntity<Problem> forbidden(AccessDeniedException denied, HttpServletRequest request) {
        return problems.answer(new Forbidden(), request);
    }

    @ExceptionHandler(ConstraintViolationException.class)
    ResponseEntity<Problem> violated(ConstraintViolationException violation, HttpServletRequest request) {
        var errors = violation.getConstraintViolations().stream()
                .map(each -> error(each.getPropertyPath().toString(), each.getMessage()))
                .toList();
        return problems.answer(new InvalidField(errors), request);
    }

    @ExceptionHandler(Exception.class)
    ResponseEntity<Problem> failed(Exception failure, HttpServletRequest request) {
        return problems.answer(failure, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var answer = problems.answer(refusal(failure, status), ((ServletWebRequest) request).getRequest());
        var all = HttpHeaders.copyOf(headers);
        all.putAll(answer.getHeaders());
        return new ResponseEntity<>(answer.getBody(), all, answer.getStatusCode());
    }

    private static Exception refusal(Exception failure, HttpStatusCode status) {
        return switch (failure) {
            case HttpMessageNotReadableException unreadable ->
                unreadable.getCause() == null
                        ? new Refusal(HttpStatus.BAD_REQUEST, "body_required", "This needs a JSON body.")
                        : unreadable;
            case MethodArgumentNotValidException invalid ->
                new InvalidField(invalid.getAllErrors().stream()
                        .map(each -> error(
                                each instanceof FieldError field ? field.getField() : "",
                                String.valueOf(each.getDefaultMessage())))
                        .toList());
            case HandlerMethodValidationException invalid ->
                new InvalidField(parameters(invalid).toList());
            case MissingServletRequestParameterException missing ->
                new InvalidField(missing.getParameterName(), "is required");
            case MethodArgumentTypeMismatchException mismatch -> mismatch(mismatch);
            case TypeMismatchException mismatch ->
                new InvalidField(String.valueOf(mismatch.getPropertyName()), "is not valid here");
            default -> ofStatus(failure, status);
        };
    }

    private static Stream<dev.breakwater.web.FieldError> parameters(HandlerMethodValidationException invalid) {
        return invalid.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(each -> each instanceof FieldError field
                                ? error(field.getField(), String.valueOf(field.getDefaultMessage()))
                                : new dev.breakwater.web.FieldError(
                                        String.valueOf(
                                                result.getMethodParameter().getParameterName()),
                                        String.valueOf(each.getDefaultMessage()))));
    }

    /** An id that cannot be one names nothing; any other parameter of the wrong type is the caller's mistake. */
    private static ProblemException mismatch(MethodArgumentTypeMismatchException mismatch) {
        return mismatch.getParameter().hasParameterAnnotation(PathVariable.class)
                ? new Refusal(HttpStatus.NOT_FOUND, "not_found", "There is nothing here.")
                : new InvalidField(mismatch.getName(), "is not valid here");
    }

    private static Exception ofStatus(Exception failure, HttpStatusCode status) {
        return switch (status.value()) {
            case 404 -> new Refusal(HttpStatus.NOT_FOUND, "not_found", "There is nothing here.");
            case 405 -> new Refusal(HttpStatus.METHOD_NOT_ALLOWED, "method_not_allowed", message(failure));
            case 406 -> new Refusal(HttpStatus.NOT_ACCEPTABLE, "not_acceptable", "No such representation.");
            case 415 -> new Refusal(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported_media_type", message(failure));
            case 503 -> new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "timed_out", "This took too long.");
            default ->
                status.is4xxClientError()
                        ? new Refusal(HttpStatus.valueOf(status.value()), "bad_request", message(failure))
                        : failure;
        };
    }

    private static String message(Exception failure) {
        return String.valueOf(failure.getMessage());
    }

    /** {@code waves[0].size} becomes {@code /waves/0/size}. */
    private static dev.breakwater.web.FieldError error(String path, String rule) {
        var pointer = path.isEmpty() ? "" : "/" + path.replace("]", "").replaceAll("[.\\[]", "/");
        return new dev.breakwater.web.FieldError(pointer, rule);
    }
}
