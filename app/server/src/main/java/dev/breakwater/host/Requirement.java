package dev.breakwater.host;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One condition of a selector. As in Kubernetes, a host without the key meets a negated condition. */
sealed interface Requirement {
    String key();

    boolean matches(Map<String, String> labels);

    /** The condition in SQL; values it needs are handed to {@code bind}, which answers the name to use for each. */
    String sql(String labelsColumn, Binder bind);

    @FunctionalInterface
    interface Binder {
        String bind(Object value);
    }

    record In(String key, SortedSet<String> values) implements Requirement {
        In(String key, Collection<String> values) {
            this(key, new TreeSet<>(values));
        }

        @Override
        public boolean matches(Map<String, String> labels) {
            String value = labels.get(key);
            return value != null && values.contains(value);
        }

        @Override
        public String sql(String labelsColumn, Binder bind) {
            return values.stream()
                    .map(value -> labelsColumn + " @> cast(" + bind.bind(json(key, value)) + " as jsonb)")
                    .collect(Collectors.joining(" or ", "(", ")"));
        }

        @Override
        public String toString() {
            return values.size() == 1 ? key + "=" + values.first() : key + " in (" + String.join(",", values) + ")";
        }

        // keys and values were checked against LabelSyntax: nothing in them needs an escape
        private static String json(String key, String value) {
            return "{\"" + key + "\":\"" + value + "\"}";
        }
    }

    record Exists(String key) implements Requirement {
        @Override
        public boolean matches(Map<String, String> labels) {
            return labels.containsKey(key);
        }

        @Override
        public String sql(String labelsColumn, Binder bind) {
            return "jsonb_exists(" + labelsColumn + ", " + bind.bind(key) + ")";
        }

        @Override
        public String toString() {
            return key;
        }
    }

    record Not(Requirement negated) implements Requirement {
        @Override
        public String key() {
            return negated.key();
        }

        @Override
        public boolean matches(Map<String, String> labels) {
            return !negated.matches(labels);
        }

        @Override
        public String sql(String labelsColumn, Binder bind) {
            return "not " + negated.sql(labelsColumn, bind);
        }

        @Override
        public String toString() {
            return switch (negated) {
                case In(String key, SortedSet<String> values) ->
                    values.size() == 1
                            ? key + "!=" + values.first()
                            : key + " notin (" + String.join(",", values) + ")";
                case Exists(String key) -> "!" + key;
                case Not not -> "!" + not;
            };
        }
    }

    static String text(List<Requirement> requirements) {
        return requirements.stream().map(Requirement::toString).collect(Collectors.joining(","));
    }
}
