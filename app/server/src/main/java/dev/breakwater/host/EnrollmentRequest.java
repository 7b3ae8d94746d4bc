package dev.breakwater.host;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A host asking to become managed: the body of {@code POST /agent/v1/enroll}. */
public record EnrollmentRequest(
        String enrollmentToken,
        String name,
        Platform platform,
        String machineId,
        @Nullable Map<String, String> labels,
        HostReport.@Nullable Running current) {}
