package dev.breakwater.host;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** An enrolment token without its secret. */
@Schema(name = "EnrollmentToken")
record EnrollmentTokenView(
        UUID id,
        String description,
        Map<String, String> labels,
        Instant expiresAt,
        int maxUses,
        int uses,
        Instant createdAt,
        String createdBy,
        long revision) {}
