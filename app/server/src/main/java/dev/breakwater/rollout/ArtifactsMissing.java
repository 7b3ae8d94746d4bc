package dev.breakwater.rollout;

import dev.breakwater.web.FieldError;
import dev.breakwater.web.ProblemException;
import java.util.List;
import org.springframework.http.HttpStatus;

/** Hosts of the selector for which the generation has no artifact or more than one. */
class ArtifactsMissing extends ProblemException {
    private static final int NAMED = 20;

    /** Each rule names its host. */
    ArtifactsMissing(int hosts, List<String> rules) {
        super(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "artifacts_missing",
                hosts == 1
                        ? rules.getFirst() + "."
                        : "%d hosts do not have exactly one artifact in the generation.".formatted(hosts),
                rules.stream()
                        .limit(NAMED)
                        .map(rule -> new FieldError("/generationId", rule))
                        .toList());
    }
}
