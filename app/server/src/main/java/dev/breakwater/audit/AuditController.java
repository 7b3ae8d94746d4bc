package dev.breakwater.audit;

import dev.breakwater.web.Cursor;
import dev.breakwater.web.Limit;
import dev.breakwater.web.Page;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who did what, newest first, and whether the record still is what was written. */
@RestController
@RequestMapping("/api/v1/audit")
class AuditController {
    private static final String LIST = "audit";

    private final AuditStore store;
    private final Verifier verifier;

    AuditController(AuditStore store, Verifier verifier) {
        this.store = store;
        this.verifier = verifier;
    }

    record AuditEntry(
            long seq,
            Instant at,
            String actor,
            String action,
            String subject,
            @Nullable String reason,
            String message,
            String hash) {
        static AuditEntry of(Link link) {
            var entry = link.entry();
            return new AuditEntry(
                    entry.seq(),
                    entry.at(),
                    entry.actor(),
                    entry.action(),
                    entry.subject(),
                    entry.reason(),
                    entry.message(),
                    link.hash());
        }
    }

    @GetMapping
    Page<AuditEntry> listAudit(
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var size = Limit.of(limit);
        var before = Cursor.parse(LIST, 1, cursor).map(place -> place.number(0)).orElse(Long.MAX_VALUE);
        var links = store.before(before, subject, actor, size.plusOne());
        return Page.of(links, size, last -> Cursor.of(LIST, last.entry().seq())).map(AuditEntry::of);
    }

    @GetMapping("/verify")
    Verification verifyAudit() {
        return verifier.verify();
    }
}
