package dev.breakwater.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says which field of a JSON body broke which rule. */
final class JsonProblems {
    private static final Map<Class<?>, String> RULES = Map.of(
            String.class, "a string",
            Boolean.class, "true or false",
            Instant.class, "an RFC 3339 time like 2026-11-30T08:00:00Z",
            Duration.class, "an ISO-8601 duration like PT10M",
            LocalDateTime.class, "a local time like 2026-12-20T00:00",
            UUID.class, "a UUID");

    private static final Set<Class<?>> WHOLE = Set.of(int.class, Integer.class, long.class, Long.class);

    private JsonProblems() {}

    static ProblemException of(JacksonException wrong) {
        var refusal = refusalIn(wrong);
        if (refusal != null) {
            return refusal;
        }
        return switch (wrong) {
            case UnrecognizedPropertyException unknown ->
                unprocessable(
                        "unknown_field",
                        pointer(unknown),
                        "is not a field here; known are " + String.join(", ", known(unknown)));
            case MismatchedInputException mismatch ->
                unprocessable("invalid_field", pointer(mismatch), rule(mismatch.getTargetType()));
            case InputCoercionException coercion ->
                unprocessable("invalid_field", pointer(coercion), rule(coercion.getTargetType()));
            case StreamReadException _ -> new Refusal(HttpStatus.BAD_REQUEST, "unreadable_json", unreadable(wrong));
            default -> unprocessable("invalid_field", pointer(wrong), "is not valid here");
        };
    }

    /** A rule of the domain that spoke while the body was being read, placed where the body broke it. */
    private static @Nullable ProblemException refusalIn(JacksonException wrong) {
        for (Throwable cause = wrong; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException refusal) {
                return refusal.status().equals(HttpStatus.UNPROCESSABLE_CONTENT)
                        ? new Placed(refusal, pointer(wrong))
                        : refusal;
            }
        }
        return null;
    }

    private static ProblemException unprocessable(String code, String pointer, String rule) {
        return new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, code, pointer + " " + rule, new FieldError(pointer, rule));
    }

    private static List<String> known(UnrecognizedPropertyException unknown) {
        return unknown.getKnownPropertyIds().stream()
                .map(String::valueOf)
                .sorted()
                .toList();
    }

    private static String unreadable(JacksonException wrong) {
        var place = wrong.getLocation();
        return place == null || place.getLineNr() < 1
                ? "The body is not JSON."
                : "The body is not JSON: line %d, column %d.".formatted(place.getLineNr(), place.getColumnNr());
    }

    private static String rule(@Nullable Class<?> type) {
        if (type == null) {
            return "is not valid here";
        }
        if (type.isEnum()) {
            return "must be one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        if (WHOLE.contains(type)) {
            return "must be a whole number, and not too large";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return type == boolean.class ? "must be true or false" : "must be a number";
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "must be a list";
        }
        return "must be " + RULES.getOrDefault(type, "an object");
    }

    static String pointer(JacksonException wrong) {
        return wrong.getPath().stream().map(JsonProblems::step).collect(Collectors.joining());
    }

    private static String step(JacksonException.Reference reference) {
        var name = reference.getPropertyName();
        return "/"
                + (name == null ? reference.getIndex() : name.replace("~", "~0").replace("/", "~1"));
    }

    /** A refusal moved to where in the body it happened. */
    private static final class Placed extends ProblemException {
        Placed(ProblemException refusal, String pointer) {
            super(refusal.status(), refusal.code(), String.valueOf(refusal.getMessage()), moved(refusal, pointer));
        }

        private static List<FieldError> moved(ProblemException refusal, String pointer) {
            if (refusal.errors().isEmpty()) {
                return List.of(new FieldError(pointer, String.valueOf(refusal.getMessage())));
            }
            return refusal.errors().stream()
                    .map(error -> new FieldError(pointer + relative(error.pointer()), error.message()))
                    .toList();
        }

        private static String relative(String pointer) {
            return pointer.startsWith("/") ? pointer : "";
        }
    }
}
