package dev.breakwater.host;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;

/** The secret is shown this once. */
@Schema(name = "IssuedEnrollmentToken")
record IssuedToken(UUID id, String token) {}
