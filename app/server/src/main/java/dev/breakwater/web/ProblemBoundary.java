package dev.breakwater.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns what escapes from filters (sign-in, sessions, idempotency) into the same problems as controllers give. */
@Component
@Order(ProblemBoundary.ORDER)
class ProblemBoundary extends OncePerRequestFilter {
    /** Outside the session filter, which reads the database, and inside the one that counts requests. */
    static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 10;

    private final Problems problems;

    ProblemBoundary(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException failure) {
            problems.write(request, response, failure);
        }
    }
}
