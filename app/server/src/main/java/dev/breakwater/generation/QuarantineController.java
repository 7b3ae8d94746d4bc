package dev.breakwater.generation;

import dev.breakwater.web.Limit;
import dev.breakwater.web.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Every quarantine there is or was; they are imposed and released where their generation is. */
@RestController
@RequestMapping("/api/v1/quarantines")
class QuarantineController {
    private final QuarantineList quarantines;

    QuarantineController(QuarantineList quarantines) {
        this.quarantines = quarantines;
    }

    /** Newest first. {@code released}: only those in force, or only those released. */
    @GetMapping
    Page<QuarantineView> listQuarantines(
            @RequestParam(required = false) @Nullable UUID generationId,
            @RequestParam(required = false) @Nullable Boolean released,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return quarantines.list(generationId, released, Limit.of(limit), cursor);
    }
}
