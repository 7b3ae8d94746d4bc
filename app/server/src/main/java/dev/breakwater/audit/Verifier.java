package dev.breakwater.audit;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Walks the chain from its beginning, a page at a time, until a link does not follow. */
@Component
class Verifier {
    private static final int PAGE = 1000;

    private final AuditStore store;

    Verifier(AuditStore store) {
        this.store = store;
    }

    Verification verify() {
        @Nullable Link last = null;
        var rows = 0L;
        while (true) {
            var page = store.after(last == null ? Long.MIN_VALUE : last.entry().seq(), PAGE);
            for (var link : page) {
                if (!link.follows(last)) {
                    return new Verification(false, rows, null, link.entry().seq());
                }
                last = link;
                rows++;
            }
            if (page.size() < PAGE) {
                return new Verification(true, rows, last == null ? Entry.GENESIS : last.hash(), null);
            }
        }
    }
}
