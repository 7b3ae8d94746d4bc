package dev.breakwater.drift;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Drift as RFC 4180 lines. A cell that a spreadsheet would take for a formula is given a leading apostrophe (OWASP, CSV injection):
 * details come from hosts, and hosts may be hostile.
 */
final class Csv {
    static final String HEADER =
            "hostId,name,platform,labels,kind,detail,current,desired,firstSeenAt,ageSeconds,quarantine\r\n";

    private Csv() {}

    static String line(Drift drift) {
        return Stream.of(
                        drift.hostId().toString(),
                        drift.name(),
                        drift.platform().wire(),
                        labels(drift.labels()),
                        drift.kind().name(),
                        drift.detail(),
                        drift.current(),
                        drift.desired(),
                        drift.firstSeenAt().toString(),
                        Long.toString(drift.ageSeconds()),
                        drift.quarantine())
                .map(Csv::cell)
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String labels(Map<String, String> labels) {
        return new TreeMap<>(labels)
                .entrySet().stream()
                        .map(label -> label.getKey() + "=" + label.getValue())
                        .collect(Collectors.joining(";"));
    }

    static String cell(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        var safe = "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n;].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
