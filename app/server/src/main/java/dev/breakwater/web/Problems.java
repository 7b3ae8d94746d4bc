package dev.breakwater.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.util.DisconnectedClientHelper;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The one place where a failure becomes an answer, for controllers and for filters alike. */
@Component
public class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final JsonMapper json;

    Problems(JsonMapper json) {
        this.json = json;
    }

    /** Writes the problem unless the answer is already on its way. */
    public void write(HttpServletRequest request, HttpServletResponse response, Throwable failure) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        var answer = answer(failure, request);
        response.resetBuffer();
        response.setStatus(answer.getStatusCode().value());
        answer.getHeaders().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        response.getOutputStream().write(json.writeValueAsBytes(answer.getBody()));
    }

    ResponseEntity<Problem> answer(Throwable failure, HttpServletRequest request) {
        var refusal = refusal(failure, request);
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        var retryAfter = refusal.retryAfter();
        if (retryAfter != null) {
            headers.set(HttpHeaders.RETRY_AFTER, seconds(retryAfter));
        }
        return new ResponseEntity<>(Problem.of(refusal).at(path(request)), headers, refusal.status());
    }

    private static ProblemException refusal(Throwable failure, HttpServletRequest request) {
        var known = known(failure);
        if (known != null) {
            return known;
        }
        if (!DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            LOG.error("{} {} failed", request.getMethod(), path(request), failure);
        }
        return new Refusal(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal_error",
                "This is a fault of the server; its log says more.");
    }

    private static @Nullable ProblemException known(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException refusal) {
                return refusal;
            }
            if (cause instanceof JacksonException wrong) {
                return JsonProblems.of(wrong);
            }
        }
        return DatabaseProblems.of(failure);
    }

    static String path(HttpServletRequest request) {
        var original = request.getAttribute(jakarta.servlet.RequestDispatcher.ERROR_REQUEST_URI);
        return original == null ? request.getRequestURI() : original.toString();
    }

    private static String seconds(Duration wait) {
        return Long.toString(Math.max(1, wait.plusMillis(999).toSeconds()));
    }
}
