package dev.breakwater.host;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A predicate over labels in Kubernetes syntax. The empty selector matches every host. */
public record Selector(List<Requirement> requirements) {
    public static final Selector ALL = new Selector(List.of());

    public Selector {
        requirements = List.copyOf(requirements);
    }

    @JsonCreator
    public static Selector parse(String text) {
        return parse(text, "selector");
    }

    /** As {@link #parse(String)}; {@code pointer} names the field to complain about. */
    public static Selector parse(String text, String pointer) {
        return new SelectorParser(text, pointer).parse();
    }

    public boolean matches(Map<String, String> labels) {
        return requirements.stream().allMatch(requirement -> requirement.matches(labels));
    }

    public SelectorSql sql(String labelsColumn) {
        return sql(labelsColumn, "selector");
    }

    /** As {@link #sql(String)}, with parameter names of their own for statements that hold two selectors. */
    public SelectorSql sql(String labelsColumn, String parameterPrefix) {
        Map<String, Object> params = new LinkedHashMap<>();
        Requirement.Binder bind = value -> {
            String name = parameterPrefix + params.size();
            params.put(name, value);
            return ":" + name;
        };
        String where = requirements.stream()
                .map(requirement -> requirement.sql(labelsColumn, bind))
                .collect(Collectors.joining(" and "));
        return new SelectorSql(where.isEmpty() ? "true" : where, params);
    }

    /** The canonical text; parsing it gives an equal selector. */
    @JsonValue
    @Override
    public String toString() {
        return Requirement.text(requirements);
    }
}
