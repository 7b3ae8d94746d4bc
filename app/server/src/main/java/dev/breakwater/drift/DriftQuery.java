package dev.breakwater.drift;

import dev.breakwater.host.DriftKind;
import dev.breakwater.host.Selector;
import dev.breakwater.web.InvalidField;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which drift to report. */
record DriftQuery(Selector selector, List<DriftKind> kinds, Duration minAge) {
    DriftQuery {
        kinds = List.copyOf(kinds);
    }

    static DriftQuery parse(@Nullable String selector, @Nullable String kinds, @Nullable String minAge) {
        return new DriftQuery(Selector.parse(selector == null ? "" : selector), kinds(kinds), age(minAge));
    }

    private static List<DriftKind> kinds(@Nullable String list) {
        return list == null || list.isBlank()
                ? List.of()
                : Arrays.stream(list.split(",", -1))
                        .map(String::strip)
                        .map(DriftQuery::kind)
                        .toList();
    }

    private static DriftKind kind(String name) {
        return Arrays.stream(DriftKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidField("kind", "must be of " + Arrays.toString(DriftKind.values())));
    }

    private static Duration age(@Nullable String text) {
        try {
            var age = text == null ? Duration.ZERO : Duration.parse(text);
            if (!age.isNegative() && age.toDays() <= 36_500) {
                return age;
            }
        } catch (DateTimeParseException _) {
            // refused below, as a negative one is
        }
        throw new InvalidField("minAge", "must be an ISO-8601 duration such as PT1H or P7D, not negative");
    }
}
