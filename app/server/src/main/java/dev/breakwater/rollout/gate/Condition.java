package dev.breakwater.rollout.gate;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A comparison with a number: {@code < 0.01}. */
record Condition(String operator, double limit) {
    static final String RULE = "must compare with a number, such as < 0.01 or >= 99.5";
    private static final Pattern TEXT =
            Pattern.compile("\\s*(<=|>=|==|!=|<|>)\\s*([-+]?(?:\\d+(?:\\.\\d+)?|\\.\\d+)(?:[eE][-+]?\\d{1,3})?)\\s*");

    static Optional<Condition> parse(@Nullable String text) {
        var matcher = TEXT.matcher(text == null ? "" : text);
        return matcher.matches()
                ? Optional.of(new Condition(matcher.group(1), Double.parseDouble(matcher.group(2))))
                : Optional.empty();
    }

    boolean holds(double value) {
        return switch (operator) {
            case "<" -> value < limit;
            case "<=" -> value <= limit;
            case ">" -> value > limit;
            case ">=" -> value >= limit;
            case "==" -> value == limit;
            case "!=" -> value != limit;
            default -> throw new IllegalStateException(operator);
        };
    }
}
