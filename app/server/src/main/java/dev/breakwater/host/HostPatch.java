package dev.breakwater.host;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import dev.breakwater.web.Violations;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code PATCH /hosts/{id}}, as RFC 7396 reads it: an absent member stays as it is, a label set to null goes, a hold set to
 * null is released. A class, because a record cannot tell absent from null.
 */
final class HostPatch {
    private Map<String, @Nullable String> labels = Map.of();
    private @Nullable NewHold hold;
    private boolean holdGiven;

    @Schema(name = "NewHold")
    record NewHold(String reason, @Nullable Instant until) {}

    @JsonSetter("labels")
    void setLabels(@Nullable Map<String, @Nullable String> labels) {
        this.labels = labels == null ? Map.of() : new HashMap<>(labels);
    }

    @JsonSetter("hold")
    void setHold(@Nullable NewHold hold) {
        this.hold = hold;
        this.holdGiven = true;
    }

    @JsonProperty("labels")
    Map<String, @Nullable String> labels() {
        return labels;
    }

    /** Present when the host is to be held. */
    Optional<NewHold> hold() {
        return Optional.ofNullable(hold);
    }

    boolean releases() {
        return holdGiven && hold == null;
    }

    void check(Instant now) {
        var violations = new Violations();
        if (hold != null) {
            violations.text(hold.reason(), 500, "/hold/reason");
            violations.check(
                    hold.until() == null || hold.until().isAfter(now),
                    "/hold/until",
                    "must be in the future, or absent");
        }
        violations.raise();
    }

    /** The labels after this patch, within the limits. */
    Map<String, String> applyTo(Map<String, String> before) {
        var after = new HashMap<>(before);
        labels.forEach((key, value) -> {
            if (value == null) {
                after.remove(key);
            } else {
                after.put(key, value);
            }
        });
        var violations = new Violations();
        Labels.check(after, "/labels", violations);
        violations.raise();
        return after;
    }
}
