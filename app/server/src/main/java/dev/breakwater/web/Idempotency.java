package dev.breakwater.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives a POST that is repeated under one {@code Idempotency-Key} the answer of the first. Only successes are kept: what
 * was refused changed nothing and may be tried again. The answer is kept after the change commits, so a server that dies
 * between the two leaves the key taken for five minutes.
 */
@Component
@Order(Idempotency.ORDER)
class Idempotency extends OncePerRequestFilter {
    /** After Spring Security (-100): keys belong to an actor. */
    static final int ORDER = 0;

    private static final String HEADER = "Idempotency-Key";
    private static final int LONGEST = 200;
    private static final List<String> KEPT_HEADERS =
            List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.LOCATION, HttpHeaders.ETAG);

    private final IdempotencyKeys keys;
    private final JsonMapper json;
    private final Clock clock;

    Idempotency(IdempotencyKeys keys, JsonMapper json, Clock clock) {
        this.keys = keys;
        this.json = json;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(HEADER) == null
                || !request.getMethod().equals("POST")
                || !request.getRequestURI().startsWith("/api/")
                || request.getUserPrincipal() == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var body = request.getInputStream().readAllBytes();
        var key = new IdempotencyKeys.Key(request.getUserPrincipal().getName(), text(request), hash(request, body));
        if (keys.take(key, clock.instant())) {
            answerFirst(key, new RereadRequest(request, body), response, chain);
        } else {
            answerAgain(key, response);
        }
    }

    private void answerFirst(
            IdempotencyKeys.Key key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var answer = new ContentCachingResponseWrapper(response);
        var succeeded = false;
        try {
            chain.doFilter(request, answer);
            succeeded = HttpStatus.valueOf(answer.getStatus()).is2xxSuccessful();
            if (succeeded) {
                keys.keep(
                        key,
                        answer.getStatus(),
                        headers(answer),
                        showsSecret(request) ? null : new String(answer.getContentAsByteArray(), UTF_8));
            }
        } finally {
            if (!succeeded) {
                keys.release(key);
            }
        }
        answer.copyBodyToResponse();
    }

    private void answerAgain(IdempotencyKeys.Key key, HttpServletResponse response) throws IOException {
        var kept = keys.find(key).orElseThrow(InFlight::new);
        if (!kept.requestHash().equals(key.requestHash())) {
            throw new Refusal(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "idempotency_key_reused",
                    "This key was used for another request.",
                    new FieldError(HEADER, "was used for another request"));
        }
        if (kept.status() == null) {
            throw new InFlight();
        }
        if (kept.body() == null) {
            throw new Refusal(
                    HttpStatus.CONFLICT,
                    "secret_shown_once",
                    "This was done already; its answer showed a secret and was not kept. Revoke it and make another.");
        }
        response.setStatus(kept.status());
        headers(String.valueOf(kept.headers())).forEach(response::setHeader);
        response.setHeader("Idempotency-Replayed", "true");
        response.getOutputStream().write(kept.body().getBytes(UTF_8));
    }

    private static String text(HttpServletRequest request) {
        var text = request.getHeader(HEADER);
        if (text.isBlank() || text.length() > LONGEST) {
            throw new InvalidField(HEADER, "must have 1 to " + LONGEST + " characters");
        }
        return text;
    }

    private static boolean showsSecret(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod method
                && method.hasMethodAnnotation(ShownOnce.class);
    }

    private String headers(HttpServletResponse answer) {
        var kept = new LinkedHashMap<String, String>();
        for (var name : KEPT_HEADERS) {
            var value = answer.getHeader(name);
            if (value != null) {
                kept.put(name, value);
            }
        }
        return json.writeValueAsString(kept);
    }

    private Map<String, String> headers(String kept) {
        return json.readValue(kept, new TypeReference<>() {});
    }

    private static String hash(HttpServletRequest request, byte[] body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((request.getRequestURI() + "?" + request.getQueryString() + "\n").getBytes(UTF_8));
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static final class InFlight extends ProblemException {
        InFlight() {
            super(
                    HttpStatus.CONFLICT,
                    "idempotency_key_in_flight",
                    "The first request under this key is not answered yet.");
        }

        @Override
        public Duration retryAfter() {
            return Duration.ofSeconds(1);
        }
    }
}
