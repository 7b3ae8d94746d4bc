package dev.breakwater.rollout.profile;

import dev.breakwater.web.FieldError;
import dev.breakwater.web.ProblemException;
import java.util.List;
import org.springframework.http.HttpStatus;

final class ProfileRefused extends ProblemException {
    private ProfileRefused(HttpStatus status, String code, String message, List<FieldError> errors) {
        super(status, code, message, errors);
    }

    static ProfileRefused unknown(String name) {
        return new ProfileRefused(
                HttpStatus.NOT_FOUND, "profile_not_found", "There is no profile %s.".formatted(name), List.of());
    }

    static ProfileRefused taken(String name) {
        return new ProfileRefused(
                HttpStatus.CONFLICT,
                "profile_name_taken",
                "There is a profile %s already.".formatted(name),
                List.of(new FieldError("/name", "is taken")));
    }

    static ProfileRefused builtIn(String name) {
        return new ProfileRefused(
                HttpStatus.CONFLICT,
                "profile_built_in",
                "Profile %s is built in: it can be changed and reset, not deleted.".formatted(name),
                List.of());
    }

    static ProfileRefused added(String name) {
        return new ProfileRefused(
                HttpStatus.CONFLICT,
                "profile_not_built_in",
                "Profile %s is not built in: there is nothing to reset it to.".formatted(name),
                List.of());
    }
}
