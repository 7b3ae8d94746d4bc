package dev.breakwater.host;

import java.util.ArrayList;
import java.util.List;

/** Reads the grammar of Kubernetes label selectors, without its {@code <} and {@code >}. */
final class SelectorParser {
    private static final int LONGEST = 4096;
    private static final int MOST_REQUIREMENTS = 64;

    private final String text;
    private final String pointer;
    private int at;

    SelectorParser(String text, String pointer) {
        this.text = text;
        this.pointer = pointer;
    }

    Selector parse() {
        require(text.length() <= LONGEST, "longer than " + LONGEST + " characters");
        List<Requirement> requirements = new ArrayList<>();
        if (atEnd()) {
            return Selector.ALL;
        }
        do {
            requirements.add(requirement());
            require(requirements.size() <= MOST_REQUIREMENTS, "more than " + MOST_REQUIREMENTS + " conditions");
        } while (next(","));
        require(atEnd(), "expected ',' or the end");
        return new Selector(requirements);
    }

    private Requirement requirement() {
        if (next("!")) {
            return new Requirement.Not(new Requirement.Exists(key()));
        }
        String key = key();
        if (next("!=")) {
            return new Requirement.Not(new Requirement.In(key, List.of(value())));
        }
        if (next("==") || next("=")) {
            return new Requirement.In(key, List.of(value()));
        }
        if (nextWord("in")) {
            return new Requirement.In(key, values());
        }
        if (nextWord("notin")) {
            return new Requirement.Not(new Requirement.In(key, values()));
        }
        return new Requirement.Exists(key);
    }

    private List<String> values() {
        require(next("("), "expected '('");
        skipBlanks();
        require(!text.startsWith(")", at), "a list of values needs at least one");
        List<String> values = new ArrayList<>();
        do {
            values.add(value());
        } while (next(","));
        require(next(")"), "expected ',' or ')'");
        return values;
    }

    private String key() {
        skipBlanks();
        int start = at;
        String key = word();
        at = LabelSyntax.isKey(key) ? at : start;
        require(at > start, LabelSyntax.KEY_RULE);
        return key;
    }

    private String value() {
        skipBlanks();
        int start = at;
        String value = word();
        if (!LabelSyntax.isValue(value)) {
            throw new InvalidSelector(pointer, LabelSyntax.VALUE_RULE, start);
        }
        return value;
    }

    private String word() {
        int start = at;
        while (at < text.length() && isWordCharacter(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private static boolean isWordCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "-_./".indexOf(c) >= 0;
    }

    private boolean next(String token) {
        skipBlanks();
        boolean found = text.startsWith(token, at);
        at += found ? token.length() : 0;
        return found;
    }

    private boolean nextWord(String keyword) {
        skipBlanks();
        int start = at;
        boolean found = word().equals(keyword);
        at = found ? at : start;
        return found;
    }

    private boolean atEnd() {
        skipBlanks();
        return at == text.length();
    }

    private void skipBlanks() {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
    }

    private void require(boolean holds, String rule) {
        if (!holds) {
            throw new InvalidSelector(pointer, rule, at);
        }
    }
}
