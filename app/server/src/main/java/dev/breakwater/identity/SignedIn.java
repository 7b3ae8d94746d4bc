package dev.breakwater.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** An authenticated request: the actor and the credential it showed. */
class SignedIn extends AbstractAuthenticationToken {
    private final Actor actor;
    private final Kind kind;
    private final UUID credential;

    enum Kind {
        PASSWORD,
        SESSION,
        TOKEN
    }

    private SignedIn(Actor actor, Kind kind, UUID credential) {
        super(AuthorityUtils.createAuthorityList(
                actor.role().included().stream().map(role -> "ROLE_" + role).toList()));
        this.actor = actor;
        this.kind = kind;
        this.credential = credential;
        setAuthenticated(true);
    }

    static SignedIn withPassword(Credentials.Account account) {
        return new SignedIn(account.actor(), Kind.PASSWORD, account.id());
    }

    static SignedIn withSession(Credentials.Account account) {
        return new SignedIn(account.actor(), Kind.SESSION, account.id());
    }

    static SignedIn withToken(Credentials.Token token) {
        return new SignedIn(token.actor(), Kind.TOKEN, token.id());
    }

    Kind kind() {
        return kind;
    }

    /** The operator or token. */
    UUID credential() {
        return credential;
    }

    @Override
    public Actor getPrincipal() {
        return actor;
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedIn that && super.equals(other) && credential.equals(that.credential);
    }

    @Override
    public int hashCode() {
        return credential.hashCode();
    }
}
