package dev.breakwater.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/** Bounds what a request may make the server read: the size of its body by path, and no NUL in its query. */
@Component
@Order(RequestLimits.ORDER)
class RequestLimits extends OncePerRequestFilter {
    static final int ORDER = ProblemBoundary.ORDER + 10;

    private static final DataSize SMALL_BODY = DataSize.ofKilobytes(64);
    private static final DataSize GENERATION_BODY = DataSize.ofMegabytes(8);
    private static final DataSize BODY = DataSize.ofMegabytes(1);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var query = request.getQueryString();
        if (query != null && query.contains("%00")) {
            throw new NulCharacter("");
        }
        var limit = limit(request.getRequestURI());
        if (request.getContentLengthLong() > limit.toBytes()) {
            throw LimitedRequest.tooLarge(request.getInputStream(), limit);
        }
        chain.doFilter(new LimitedRequest(request, limit), response);
    }

    private static DataSize limit(String path) {
        if (path.startsWith("/agent/") || path.startsWith("/callbacks/")) {
            return SMALL_BODY;
        }
        return path.equals("/api/v1/generations") ? GENERATION_BODY : BODY;
    }
}
