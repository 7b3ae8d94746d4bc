package dev.breakwater.db;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the one sentence that matters instead of the stack of beans that could not be made. */
class EmbeddedDatabaseFailureAnalyzer extends AbstractFailureAnalyzer<EmbeddedDatabaseFailed> {
    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, EmbeddedDatabaseFailed cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
    }
}
