package dev.breakwater.drift;

import dev.breakwater.host.Selector;
import dev.breakwater.web.InvalidField;
import dev.breakwater.web.ProblemException;
import java.util.Map;

/** What to group drift by: {@code kind}, {@code platform}, or the value of a label. */
record Grouping(String expression, Map<String, Object> params) {
    static Grouping parse(String by) {
        return switch (by) {
            case "kind", "platform" -> new Grouping(by, Map.of());
            default -> new Grouping("labels ->> :label", Map.of("label", labelKey(by)));
        };
    }

    private static String labelKey(String key) {
        try {
            if (Selector.parse(key).toString().equals(key) && !key.matches("[!=(), ]*|.*[!=(), ].*")) {
                return key;
            }
        } catch (ProblemException _) {
            // refused below in words that fit this parameter
        }
        throw new InvalidField("groupBy", "must be kind, platform or a label key");
    }
}
