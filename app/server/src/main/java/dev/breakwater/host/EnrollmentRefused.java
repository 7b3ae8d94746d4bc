package dev.breakwater.host;

import dev.breakwater.web.ProblemException;
import java.time.Instant;
import org.springframework.http.HttpStatus;

/** Why a host was not let in. */
final class EnrollmentRefused extends ProblemException {
    private EnrollmentRefused(HttpStatus status, String code, String message) {
        super(status, code, message);
    }

    static EnrollmentRefused unknownToken() {
        return new EnrollmentRefused(
                HttpStatus.UNAUTHORIZED, "enrollment_token_unknown", "This enrolment token is not known here.");
    }

    static EnrollmentRefused revokedToken() {
        return new EnrollmentRefused(
                HttpStatus.FORBIDDEN, "enrollment_token_revoked", "This enrolment token was revoked.");
    }

    static EnrollmentRefused expiredToken(Instant expiredAt) {
        return new EnrollmentRefused(
                HttpStatus.FORBIDDEN,
                "enrollment_token_expired",
                "This enrolment token expired at %s.".formatted(expiredAt));
    }

    static EnrollmentRefused usedUpToken(int maxUses) {
        return new EnrollmentRefused(
                HttpStatus.FORBIDDEN,
                "enrollment_token_used_up",
                "This enrolment token was good for %d uses, and all were made.".formatted(maxUses));
    }

    static EnrollmentRefused nameTaken(String name) {
        return new EnrollmentRefused(
                HttpStatus.CONFLICT,
                "host_name_taken",
                "Another machine is enrolled as %s. Delete that host first, or choose another name.".formatted(name));
    }

    static EnrollmentRefused otherPlatform(String name, Platform platform) {
        return new EnrollmentRefused(
                HttpStatus.CONFLICT,
                "host_platform_differs",
                "%s is enrolled as a host of platform %s. Delete it first to enrol it as another."
                        .formatted(name, platform.wire()));
    }
}
