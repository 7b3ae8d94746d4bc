package dev.breakwater.identity;

import dev.breakwater.web.ProblemException;
import org.springframework.http.HttpStatus;

/** Nobody could administer the server afterwards. */
class LastAdmin extends ProblemException {
    LastAdmin() {
        super(HttpStatus.CONFLICT, "last_admin", "This is the last user with the role ADMIN; make another one first.");
    }
}
