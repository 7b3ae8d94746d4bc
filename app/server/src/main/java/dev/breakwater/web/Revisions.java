package dev.breakwater.web;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** Strong entity tags made of a resource's revision, and the preconditions that name them. */
public final class Revisions {
    private Revisions() {}

    public static String etag(long revision) {
        return "\"" + revision + "\"";
    }

    public static <T> ResponseEntity<T> ok(T body, long revision) {
        return ResponseEntity.ok().eTag(etag(revision)).body(body);
    }

    /** For PATCH: the precondition must be there (428) and hold (412). */
    public static void require(@Nullable String ifMatch, long revision) {
        if (ifMatch == null) {
            throw new RevisionRequired();
        }
        allow(ifMatch, revision);
    }

    /** For the rest: the precondition may be absent, and must hold if it is not (412). */
    public static void allow(@Nullable String ifMatch, long revision) {
        if (ifMatch != null && !matches(ifMatch, revision)) {
            throw new RevisionClash();
        }
    }

    private static boolean matches(String ifMatch, long revision) {
        return Arrays.stream(ifMatch.split(",", -1))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || tag.equals(etag(revision)));
    }
}
