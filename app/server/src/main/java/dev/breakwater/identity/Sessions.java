package dev.breakwater.identity;

import dev.breakwater.identity.Credentials.Account;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The dashboard's sessions, kept in the database by Spring Session. One holds only strings: the operator and a stamp of
 * the password it was opened with, so a changed password or a deleted operator ends every session at once.
 */
@Component
class Sessions {
    private static final String OPERATOR = "operator";
    static final String STAMP = "stamp";

    private final Credentials credentials;

    Sessions(Credentials credentials) {
        this.credentials = credentials;
    }

    static void open(HttpServletRequest request, Account account) {
        close(request);
        var session = request.getSession(true);
        session.setAttribute(OPERATOR, account.id().toString());
        stamp(session, account.passwordHash());
    }

    static void stamp(HttpSession session, String passwordHash) {
        session.setAttribute(STAMP, stamp(passwordHash));
    }

    static void close(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    Optional<SignedIn> resume(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(OPERATOR) instanceof String id)) {
            return Optional.empty();
        }
        return credentials
                .byId(UUID.fromString(id))
                .filter(account -> stampOf(account).equals(session.getAttribute(STAMP)))
                .map(SignedIn::withSession);
    }

    static String stampOf(Account account) {
        return stamp(account.passwordHash());
    }

    private static String stamp(String passwordHash) {
        return HexFormat.of().formatHex(Secrets.sha256(passwordHash));
    }
}
