package dev.breakwater.web;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;

/** What a failing database means to the caller. Modules catch what they expect; this is the floor under them. */
final class DatabaseProblems {
    private static final String NUL_IN_TEXT = "22021";
    private static final String NUL_IN_JSON = "22P05";

    private DatabaseProblems() {}

    /** Null if the failure is not one of the database's. */
    static @Nullable ProblemException of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockingFailureException) {
                return new RevisionClash();
            }
            if (cause instanceof SQLException sql) {
                return ofState(sql);
            }
        }
        return null;
    }

    private static @Nullable ProblemException ofState(SQLException failure) {
        var state = failure.getSQLState() == null ? "" : failure.getSQLState();
        if (failure instanceof SQLTransientConnectionException || state.matches("(08|53|57).*")) {
            return new DatabaseUnavailable("database_unavailable", "The database does not answer.");
        }
        if (state.startsWith("40") || state.equals("55P03")) {
            return new DatabaseUnavailable("try_again", "Another change was in the way.");
        }
        if (state.equals(NUL_IN_TEXT) || state.equals(NUL_IN_JSON)) {
            return new NulCharacter("");
        }
        if (state.startsWith("23")) {
            return state.equals("23514")
                    ? new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "invalid_field", "A value is out of its bounds.")
                    : new Refusal(HttpStatus.CONFLICT, "conflict", "This clashes with what is there already.");
        }
        return null;
    }
}
