package dev.breakwater.identity;

import dev.breakwater.identity.Credentials.Account;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Decides whether a credential is good, and for whom. */
@Component
class SignIns {
    private static final int LONGEST_NAME = 100;

    private final Credentials credentials;
    private final Passwords passwords;
    private final Attempts attempts;
    private final Clock clock;

    SignIns(Credentials credentials, Passwords passwords, Attempts attempts, Clock clock) {
        this.credentials = credentials;
        this.passwords = passwords;
        this.attempts = attempts;
        this.clock = clock;
    }

    Account byPassword(String name, String password, String address) {
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.indexOf('\0') >= 0) {
            throw Unauthenticated.wrongPassword();
        }
        var from = new Attempts.From(name, address);
        attempts.allow(from);
        var account = credentials.byName(name);
        if (account.isEmpty()) {
            passwords.matchNobody(password);
        } else if (passwords.match(password, account.get().passwordHash())) {
            attempts.succeeded(from);
            return account.get();
        }
        attempts.failed(from);
        throw Unauthenticated.wrongPassword();
    }

    SignedIn byToken(String token) {
        return credentials
                .byTokenHash(Secrets.sha256(token), clock.instant())
                .map(SignedIn::withToken)
                .orElseThrow(Unauthenticated::wrongToken);
    }
}
