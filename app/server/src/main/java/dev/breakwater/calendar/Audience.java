package dev.breakwater.calendar;

import dev.breakwater.host.Selector;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which calendars the hosts of a selector are bound to. */
@Repository
class Audience {
    private final JdbcClient jdbc;

    Audience(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that bind at least one of the hosts. */
    Set<CalendarId> binding(Selector hosts, Iterable<Timeline> bound) {
        var binding = new HashSet<CalendarId>();
        for (var calendar : bound) {
            var selector = calendar.selector();
            if (selector != null && share(hosts, selector)) {
                binding.add(calendar.id());
            }
        }
        return binding;
    }

    private boolean share(Selector one, Selector other) {
        var mine = one.sql("h.labels", "mine");
        var theirs = other.sql("h.labels", "theirs");
        return jdbc.sql("select exists (select from hosts h where h.deleted_at is null and %s and %s)"
                        .formatted(mine.where(), theirs.where()))
                .params(mine.params())
                .params(theirs.params())
                .query(Boolean.class)
                .single();
    }
}
