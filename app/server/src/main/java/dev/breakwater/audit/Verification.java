package dev.breakwater.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Whether the trail is as it was written. Who keeps {@code rows} and {@code lastHash} elsewhere can tell later that nothing
 * was cut off its end either.
 */
@Schema(name = "AuditVerification")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Verification(
        boolean valid,
        long rows,
        @Nullable String lastHash,
        @Nullable Long firstBroken) {}
