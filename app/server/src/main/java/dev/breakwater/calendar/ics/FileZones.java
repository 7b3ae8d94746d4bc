package dev.breakwater.calendar.ics;

import com.github.mangstadt.vinnie.VObjectProperty;
import dev.breakwater.calendar.time.CustomZone;
import dev.breakwater.calendar.time.CustomZone.Observance;
import dev.breakwater.calendar.time.Zones;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The zones a file names, each once: by the names of IANA, with whatever its writer put before them, or by what it defines. */
final class FileZones {
    private static final int MOST_DEFINED = 50;

    private final Map<String, Block> defined = new HashMap<>();
    private final Map<String, @Nullable ZoneId> known = new HashMap<>();
    private final ZoneId preferred;
    private final Instant now;

    FileZones(List<Block> blocks, ZoneId preferred, Instant now, Findings findings) {
        this.preferred = preferred;
        this.now = now;
        findings.check(blocks.size() <= MOST_DEFINED, "at most %d VTIMEZONE".formatted(MOST_DEFINED));
        for (var block : blocks.subList(0, Math.min(blocks.size(), MOST_DEFINED))) {
            var id = block.text("TZID");
            findings.check(id != null, "line %d: VTIMEZONE has no TZID".formatted(block.line));
            defined.put(Objects.requireNonNullElse(id, ""), block);
        }
    }

    /** Null where nobody can tell. */
    @Nullable
    ZoneId find(String id) {
        if (!known.containsKey(id)) {
            known.put(id, search(id));
        }
        return known.get(id);
    }

    String whyNot(String id) {
        return defined.containsKey(id)
                ? "TZID %s is no zone of the IANA database, and its VTIMEZONE keeps time like none of them"
                        .formatted(id)
                : "TZID %s is no zone of the IANA database, and the file does not define it".formatted(id);
    }

    private @Nullable ZoneId search(String id) {
        var named = suffix(id);
        var block = defined.get(id);
        if (named != null || block == null) {
            return named;
        }
        var location = block.text("X-LIC-LOCATION");
        var placed = location == null ? null : Zones.find(location);
        return placed == null ? custom(block) : placed;
    }

    /** {@code /mozilla.org/20050126_1/Europe/Berlin} is Europe/Berlin. */
    private static @Nullable ZoneId suffix(String id) {
        for (var rest = id; ; rest = rest.substring(rest.indexOf('/') + 1)) {
            var zone = Zones.find(rest);
            if (zone != null || rest.indexOf('/') < 0) {
                return zone;
            }
        }
    }

    private @Nullable ZoneId custom(Block block) {
        try {
            var observances = block.blocks.stream().map(FileZones::observance).toList();
            return new CustomZone(observances, now).sameAs(preferred).orElse(null);
        } catch (DateTimeException | IllegalArgumentException _) {
            return null;
        }
    }

    private static Observance observance(Block block) {
        var dates = new ArrayList<LocalDateTime>();
        for (VObjectProperty property : block.all("RDATE")) {
            for (var value : property.getValue().split(",", -1)) {
                dates.add(Stamp.local(value));
            }
        }
        return new Observance(
                Stamp.local(required(block, "DTSTART")),
                ZoneOffset.of(required(block, "TZOFFSETFROM")),
                ZoneOffset.of(required(block, "TZOFFSETTO")),
                block.text("RRULE"),
                dates);
    }

    private static String required(Block block, String property) {
        var text = block.text(property);
        if (text == null) {
            throw new IllegalArgumentException(property);
        }
        return text;
    }
}
