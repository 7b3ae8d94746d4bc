package dev.breakwater.identity;

import dev.breakwater.web.ProblemException;
import org.springframework.http.HttpStatus;

/** Nobody knows who is asking. */
class Unauthenticated extends ProblemException {
    Unauthenticated(String message) {
        super(HttpStatus.UNAUTHORIZED, "unauthenticated", message);
    }

    static Unauthenticated missing() {
        return new Unauthenticated("Sign in, or send an API token as Authorization: Bearer.");
    }

    static Unauthenticated wrongPassword() {
        return new Unauthenticated("The name or the password is wrong.");
    }

    static Unauthenticated wrongToken() {
        return new Unauthenticated("This token is unknown, expired or revoked.");
    }
}
