package dev.breakwater.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;

/** Finds the standing of the current request. */
@Component
public class Standings {
    private final Credentials credentials;
    private final SessionRepository<?> sessions;
    private final Clock clock;

    Standings(Credentials credentials, SessionRepository<?> sessions, Clock clock) {
        this.credentials = credentials;
        this.sessions = sessions;
        this.clock = clock;
    }

    public Standing current(HttpServletRequest request) {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn)) {
            return new Standing(null, () -> false);
        }
        var id = signedIn.credential();
        return switch (signedIn.kind()) {
            case TOKEN -> new Standing(null, () -> credentials.tokenStands(id, clock.instant()));
            case PASSWORD -> new Standing(null, () -> credentials.byId(id).isPresent());
            case SESSION -> ofSession(request.getSession().getId(), signedIn);
        };
    }

    private Standing ofSession(String sessionId, SignedIn signedIn) {
        return new Standing(sessionId, () -> {
            var session = sessions.findById(sessionId);
            return session != null
                    && credentials
                            .byId(signedIn.credential())
                            .filter(account -> Sessions.stampOf(account).equals(session.getAttribute(Sessions.STAMP)))
                            .isPresent();
        });
    }
}
