package dev.breakwater.identity;

import static java.util.Locale.ROOT;

import dev.breakwater.web.ProblemException;
import dev.breakwater.web.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.www.BasicAuthenticationConverter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out who is asking: by token, by name and password, or, if neither was sent, by the dashboard's session. */
class ApiAuthentication extends OncePerRequestFilter {
    private static final String BEARER = "bearer ";

    private final SignIns signIns;
    private final Sessions sessions;
    private final SecurityContextRepository contexts;
    private final Problems problems;
    private final BasicAuthenticationConverter basic = new BasicAuthenticationConverter();

    ApiAuthentication(SignIns signIns, Sessions sessions, SecurityContextRepository contexts, Problems problems) {
        this.signIns = signIns;
        this.sessions = sessions;
        this.contexts = contexts;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            authenticate(request).ifPresent(signedIn -> enter(signedIn, request, response));
        } catch (ProblemException refused) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"breakwater\"");
            problems.write(request, response, refused);
            return;
        }
        chain.doFilter(request, response);
    }

    private Optional<SignedIn> authenticate(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            return sessions.resume(request);
        }
        if (header.toLowerCase(ROOT).startsWith(BEARER)) {
            return Optional.of(signIns.byToken(header.substring(BEARER.length()).strip()));
        }
        return Optional.of(withPassword(request));
    }

    private SignedIn withPassword(HttpServletRequest request) {
        try {
            var sent = basic.convert(request);
            if (sent == null) {
                throw Unauthenticated.missing();
            }
            var password = String.valueOf(sent.getCredentials());
            return SignedIn.withPassword(signIns.byPassword(sent.getName(), password, request.getRemoteAddr()));
        } catch (BadCredentialsException _) {
            throw Unauthenticated.wrongPassword();
        }
    }

    /** Kept in the request too, so that its asynchronous continuation (an event stream) is still the same actor's. */
    private void enter(SignedIn signedIn, HttpServletRequest request, HttpServletResponse response) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(signedIn);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }
}
