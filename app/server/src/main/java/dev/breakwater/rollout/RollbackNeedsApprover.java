package dev.breakwater.rollout;

import dev.breakwater.web.ProblemException;
import org.springframework.http.HttpStatus;

/** The rollout, or its generation, is only taken back knowingly. */
class RollbackNeedsApprover extends ProblemException {
    RollbackNeedsApprover() {
        super(
                HttpStatus.FORBIDDEN,
                "rollback_needs_approver",
                "Rolling this back needs the APPROVER role: its rollback is APPROVAL.");
    }
}
