package dev.breakwater.agent;

import dev.breakwater.host.HostId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Recognises a host by its bearer credential. */
final class HostFilter extends OncePerRequestFilter {
    private static final String BEARER = "Bearer ";
    private static final int LONGEST_CREDENTIAL = 200;

    private final HostCredentials credentials;

    HostFilter(HostCredentials credentials) {
        this.credentials = credentials;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        host(request).ifPresent(host -> {
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new HostAuthentication(host));
            SecurityContextHolder.setContext(context);
        });
        chain.doFilter(request, response);
    }

    private Optional<HostId> host(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.empty();
        }
        var credential = header.substring(BEARER.length()).strip();
        if (credential.isEmpty() || credential.length() > LONGEST_CREDENTIAL) {
            return Optional.empty();
        }
        return credentials.of(credential);
    }
}
