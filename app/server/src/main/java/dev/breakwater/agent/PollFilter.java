package dev.breakwater.agent;

import dev.breakwater.agent.memory.Tag;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;

/**
 * Answers a poll that brings no news from memory, ahead of every other filter. It says nothing but 304, and that only to a host it is sure of;
 * all else goes the long way, which also finds the words for a refusal.
 */
final class PollFilter implements Filter {
    static final String PATH = "/agent/v1/desired";

    private final Memory memory;
    private final ShortWay way;

    PollFilter(Memory memory, MeterRegistry meters) {
        this.memory = memory;
        this.way =
                new ShortWay(meters, Tags.of("method", "GET", "outcome", "REDIRECTION", "status", "304", "uri", PATH));
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
        way.writeHeaders(request, response);
        way.took(memory.now() - began);
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
