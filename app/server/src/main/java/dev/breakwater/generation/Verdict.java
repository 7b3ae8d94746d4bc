package dev.breakwater.generation;

import dev.breakwater.host.Selector;
import dev.breakwater.web.Violations;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of quarantine and release: why, and for which hosts; without a selector, for all. */
@Schema(name = "QuarantineRequest")
record Verdict(String reason, @Nullable String selector) {
    void check() {
        new Violations().text(reason, 500, "/reason").raise();
    }

    @Nullable
    Selector parsedSelector() {
        return selector == null ? null : Selector.parse(selector, "/selector");
    }
}
