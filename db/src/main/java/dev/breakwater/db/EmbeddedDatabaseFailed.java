package dev.breakwater.db;

import org.jspecify.annotations.Nullable;

/** The embedded PostgreSQL cannot be used; the message says why and what to do, in words for whoever starts the server. */
public class EmbeddedDatabaseFailed extends RuntimeException {
    public EmbeddedDatabaseFailed(String message) {
        super(message);
    }

    public EmbeddedDatabaseFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
