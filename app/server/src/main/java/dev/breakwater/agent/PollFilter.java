package dev.breakwater.agent;

import dev.breakwater.agent.memory.Tag;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.header.writers.HstsHeaderWriter;

/**
 * Answers a poll that brings no news from memory, ahead of every other filter. It says nothing but 304, and that only to a host it is sure of;
 * all else goes the long way, which also finds the words for a refusal.
 */
final class PollFilter implements Filter {
    static final String PATH = "/agent/v1/desired";

    private final Memory memory;
    private final Timer answered;
    private final HstsHeaderWriter transport = new HstsHeaderWriter();

    PollFilter(Memory memory, MeterRegistry meters) {
        this.memory = memory;
        this.answered = Timer.builder("http.server.requests")
                .tags("error", "none", "exception", "none", "method", "GET")
                .tags("outcome", "REDIRECTION", "status", "304", "uri", PATH)
                .register(meters);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!answer((HttpServletRequest) request, (HttpServletResponse) response)) {
            chain.doFilter(request, response);
        }
    }

    private boolean answer(HttpServletRequest request, HttpServletResponse response) {
        var began = memory.now();
        var tag = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        var credential = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (tag == null || credential == null || !Tag.is(tag) || !isPlain(request) || !told(credential, tag)) {
            return false;
        }
        response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        response.setHeader(HttpHeaders.ETAG, tag);
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (request.isSecure()) {
            transport.writeHeaders(request, response);
        }
        answered.record(memory.now() - began, TimeUnit.NANOSECONDS);
        return true;
    }

    private static boolean isPlain(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && request.getRequestURI().equals(PATH)
                && request.getQueryString() == null
                && request.getHeader("Prefer") == null;
    }

    private boolean told(String credential, String tag) {
        var hash = CredentialHash.borrow();
        try {
            return hash.read(credential) && memory.told(hash.high(), hash.low(), Tag.high(tag), Tag.low(tag));
        } finally {
            hash.giveBack();
        }
    }
}
