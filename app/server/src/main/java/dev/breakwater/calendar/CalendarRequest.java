package dev.breakwater.calendar;

import static java.util.Objects.requireNonNullElse;

import dev.breakwater.calendar.time.Entry;
import dev.breakwater.calendar.time.Zones;
import dev.breakwater.web.Violations;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /calendars}, and of PATCH, where what is left out stays as it is. */
record CalendarRequest(
        @Nullable String name,
        @Nullable Kind kind,
        @Nullable String selector,
        @Nullable String zone,
        @Nullable List<Entry> entries,
        @Nullable Overrun overrun) {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_SELECTOR = 2_000;

    Terms create(Instant now) {
        var checked = new Violations()
                .text(name, LONGEST_NAME, "/name")
                .check(kind != null, "/kind", "is required: WINDOW or FREEZE")
                .check(zone != null, "/zone", "is required: " + Zones.RULE);
        check(checked, requireNonNullElse(kind, Kind.FREEZE));
        return new Terms(
                        Objects.requireNonNull(name).strip(),
                        Objects.requireNonNull(kind),
                        Terms.canonical(selector),
                        zone(Objects.requireNonNull(zone)),
                        requireNonNullElse(overrun, Overrun.FINISH_HOSTS),
                        requireNonNullElse(entries, List.of()))
                .check(now);
    }

    Terms change(Terms old, Instant now) {
        var checked = new Violations()
                .check(name == null || !name.isBlank(), "/name", "must not be blank")
                .optionalText(name, LONGEST_NAME, "/name")
                .check(kind == null || kind == old.kind(), "/kind", "cannot be changed");
        check(checked, old.kind());
        return new Terms(
                        name == null ? old.name() : name.strip(),
                        old.kind(),
                        selector == null ? old.selector() : Terms.canonical(selector),
                        zone == null ? old.zone() : zone(zone),
                        requireNonNullElse(overrun, old.overrun()),
                        requireNonNullElse(entries, old.entries()))
                .check(now);
    }

    private void check(Violations checked, Kind of) {
        checked.check(zone == null || Zones.find(zone) != null, "/zone", Zones.RULE)
                .optionalText(selector, LONGEST_SELECTOR, "/selector")
                .check(
                        overrun == null || overrun == Overrun.FINISH_HOSTS || of == Kind.WINDOW,
                        "/overrun",
                        "is for windows: a freeze stops everything")
                .raise();
    }

    private static ZoneId zone(String name) {
        return ZoneId.of(name);
    }
}
