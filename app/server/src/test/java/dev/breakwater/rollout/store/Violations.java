package dev.breakwater.rollout.store;

import java.time.Instant;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The invariants that production exports, asked of any database. */
public final class Violations {
    private Violations() {}

    /** How often each is broken; what is not broken is not listed. */
    public static Map<String, Integer> in(JdbcClient jdbc, Instant now) {
        var all = new InvariantStore(jdbc).violations(now);
        all.values().removeIf(count -> count == 0);
        return all;
    }
}
