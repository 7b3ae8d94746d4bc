package dev.breakwater.calendar.time;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Zones of the IANA database, which know of daylight saving; a bare offset does not. */
public final class Zones {
    public static final String RULE = "must be a zone of the IANA database like Europe/Berlin";

    private Zones() {}

    public static @Nullable ZoneId find(@Nullable String name) {
        return name != null && ZoneId.getAvailableZoneIds().contains(name) ? ZoneId.of(name) : null;
    }
}
