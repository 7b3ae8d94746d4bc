package dev.breakwater.host;

import dev.breakwater.web.Violations;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /enrollment-tokens}. Labels given here win over what a host says of itself. */
record NewEnrollmentToken(String description, Map<String, String> labels, Duration expiresIn, Integer maxUses) {
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int MOST_USES = 1_000_000;

    NewEnrollmentToken(
            @Nullable String description,
            @Nullable Map<String, String> labels,
            @Nullable Duration expiresIn,
            @Nullable Integer maxUses) {
        this.description = description == null ? "" : description;
        this.labels = labels == null ? Map.of() : labels;
        this.expiresIn = expiresIn == null ? Duration.ofDays(7) : expiresIn;
        this.maxUses = maxUses == null ? 1 : maxUses;
    }

    void check() {
        var violations = new Violations()
                .optionalText(description, 500, "/description")
                .check(
                        expiresIn.isPositive() && expiresIn.compareTo(LONGEST) <= 0,
                        "/expiresIn",
                        "must be longer than nothing and at most P366D")
                .check(maxUses >= 1 && maxUses <= MOST_USES, "/maxUses", "must be between 1 and " + MOST_USES);
        Labels.check(labels, "/labels", violations);
        violations.raise();
    }
}
