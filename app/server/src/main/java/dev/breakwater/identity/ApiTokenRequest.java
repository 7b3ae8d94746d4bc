package dev.breakwater.identity;

import dev.breakwater.web.InvalidField;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Asks for a token; without {@code expiresIn} it is valid until it is revoked. */
@Schema(name = "NewApiToken")
record ApiTokenRequest(
        @NotBlank @Size(max = 100) String name,
        @NotNull Role role,
        @Nullable Duration expiresIn) {
    private static final Duration LONGEST = Duration.ofDays(3660);

    ApiTokenRequest {
        if (expiresIn != null && (!expiresIn.isPositive() || expiresIn.compareTo(LONGEST) > 0)) {
            throw new InvalidField("/expiresIn", "must be a duration between PT1S and P3660D");
        }
    }

    @Nullable
    Instant expiresAt(Instant now) {
        return expiresIn == null ? null : now.plus(expiresIn);
    }
}
