package dev.breakwater.calendar.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A zone that a file defines by itself ({@code VTIMEZONE}): the names in there are anybody's, such as Windows' own. It stands for the
 * zone of the IANA database that keeps the same time from last year to five years ahead.
 */
public final class CustomZone {
    private static final Duration BACK = Duration.ofDays(366);
    private static final Duration STEP = Duration.ofDays(15);
    private static final int MOST_ONSETS = 1_000;

    private final TreeMap<Instant, ZoneOffset> offsets = new TreeMap<>();
    private final Instant from;
    private final Instant until;

    /** From when on which offset holds: {@code STANDARD} or {@code DAYLIGHT}. */
    public record Observance(
            LocalDateTime start,
            ZoneOffset before,
            ZoneOffset after,
            @Nullable String rrule,
            List<LocalDateTime> rdates) {}

    public CustomZone(List<Observance> observances, Instant now) {
        this.from = now.minus(BACK);
        this.until = now.plus(Expansion.HORIZON);
        observances.forEach(this::add);
    }

    /** {@code preferred} wins where several keep the same time. */
    public Optional<ZoneId> sameAs(ZoneId preferred) {
        if (offsets.isEmpty()) {
            return Optional.empty();
        }
        var all = ZoneId.getAvailableZoneIds().stream()
                .filter(name -> name.contains("/") && !name.startsWith("Etc/"))
                .sorted()
                .map(ZoneId::of);
        return Stream.concat(Stream.of(preferred, ZoneOffset.UTC), all)
                .filter(this::keepsTimeAs)
                .findFirst()
                .map(zone -> zone.equals(ZoneOffset.UTC) ? ZoneId.of("UTC") : zone);
    }

    private void add(Observance observance) {
        var onsets = new ArrayList<>(observance.rdates());
        var rule = observance.rrule();
        if (rule == null) {
            onsets.add(observance.start());
        } else {
            Rule.of(rule, observance.start(), observance.before()).each(observance.start(), onset -> {
                onsets.add(onset);
                return onsets.size() < MOST_ONSETS
                        && onset.toInstant(observance.before()).isBefore(until);
            });
        }
        onsets.forEach(onset -> offsets.put(onset.toInstant(observance.before()), observance.after()));
    }

    private boolean keepsTimeAs(ZoneId zone) {
        for (var at = from; at.isBefore(until); at = at.plus(STEP)) {
            if (!same(zone, at)) {
                return false;
            }
        }
        return offsets.subMap(from, until).keySet().stream()
                .allMatch(onset -> same(zone, onset) && same(zone, onset.minusSeconds(1)));
    }

    private boolean same(ZoneId zone, Instant at) {
        var before = offsets.floorEntry(at);
        return before != null && before.getValue().equals(zone.getRules().getOffset(at));
    }
}
