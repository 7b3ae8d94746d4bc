package dev.breakwater.agent;

import dev.breakwater.web.ProblemException;
import org.springframework.http.HttpStatus;

/** No credential, or one that no host has any more. */
final class UnknownHost extends ProblemException {
    UnknownHost() {
        super(
                HttpStatus.UNAUTHORIZED,
                "unauthenticated",
                "Send the credential this host was given when it enrolled. If the host was deleted or enrolled again, it must enrol anew.");
    }
}
