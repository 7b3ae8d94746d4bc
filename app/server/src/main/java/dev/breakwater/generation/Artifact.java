package dev.breakwater.generation;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** One ref of a generation: for one named host, for the hosts of a selector, or, naming neither, for all. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Artifact(@Nullable String host, @Nullable String selector, String ref) {
    /** What it is for; no two artifacts of a generation may say the same. */
    String audience() {
        return host != null ? "host " + host : "selector " + (selector == null ? "" : selector);
    }
}
