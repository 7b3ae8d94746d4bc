package dev.breakwater.host;

import dev.breakwater.web.Violations;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The limits of a host's labels. */
final class Labels {
    static final int MOST = 64;

    private Labels() {}

    static void check(Map<String, ? extends @Nullable String> labels, String pointer, Violations violations) {
        violations.check(labels.size() <= MOST, pointer, "at most " + MOST + " labels");
        labels.forEach((key, value) -> {
            String field = pointer + "/" + key.replace("~", "~0").replace("/", "~1");
            violations.check(LabelSyntax.isKey(key), field, LabelSyntax.KEY_RULE);
            violations.check(value != null && LabelSyntax.isValue(value), field, LabelSyntax.VALUE_RULE);
        });
    }
}
