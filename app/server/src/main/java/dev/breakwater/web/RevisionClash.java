package dev.breakwater.web;

import org.springframework.http.HttpStatus;

/** Somebody else changed the resource since the caller read it. Also thrown where an update by revision hits no row. */
public class RevisionClash extends ProblemException {
    public RevisionClash() {
        super(
                HttpStatus.PRECONDITION_FAILED,
                "revision_clash",
                "This was changed since you read it. Read it again and repeat what you still want.");
    }
}
