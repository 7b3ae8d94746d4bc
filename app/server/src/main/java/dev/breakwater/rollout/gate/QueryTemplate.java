package dev.breakwater.rollout.gate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A query with variables. Values are made safe for where they are meant to stand: between quotes ({@code $rollout, $wave,
 * $generation}), between quotes of a regular expression ({@code $hosts}), or between brackets ({@code $since}, such as 90s).
 */
final class QueryTemplate {
    static final List<String> NAMES = List.of("$rollout", "$wave", "$generation", "$since", "$hosts");
    private static final Pattern VARIABLE = Pattern.compile("\\$([a-zA-Z_]+)");
    private static final Pattern SPECIAL = Pattern.compile("[.+*?()|\\[\\]{}\\\\^$\"'`\\n]");

    private QueryTemplate() {}

    static Optional<String> unknownVariable(String template) {
        return VARIABLE.matcher(template)
                .results()
                .map(match -> match.group())
                .filter(name -> !NAMES.contains(name))
                .findFirst();
    }

    static boolean uses(String template, String variable) {
        return VARIABLE.matcher(template)
                .results()
                .anyMatch(match -> match.group().equals(variable));
    }

    static String render(String template, Map<String, String> values) {
        return VARIABLE.matcher(template)
                .replaceAll(match -> Matcher.quoteReplacement(values.getOrDefault(match.group(), match.group())));
    }

    /** For a string in quotes of either kind; what could end it is escaped by number. */
    static String quoted(String value) {
        return value.replace("\\", "\\x5c")
                .replace("\"", "\\x22")
                .replace("'", "\\x27")
                .replace("`", "\\x60")
                .replace("\n", "\\x0a");
    }

    /** Alternatives that match these names and nothing else. A bracket keeps a character plain without a backslash. */
    static String alternatives(List<String> names) {
        return names.stream()
                .map(name -> SPECIAL.matcher(name).replaceAll(match -> Matcher.quoteReplacement(plain(match.group()))))
                .collect(Collectors.joining("|"));
    }

    private static String plain(String special) {
        return switch (special) {
            case "^", "\\", "\"", "'", "`", "\n" -> ".";
            default -> "[" + special + "]";
        };
    }
}
