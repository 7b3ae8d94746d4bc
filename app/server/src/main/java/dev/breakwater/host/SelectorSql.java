package dev.breakwater.host;

import java.util.Map;

/** A condition with named parameters, for {@code JdbcClient}. */
public record SelectorSql(String where, Map<String, Object> params) {
    public SelectorSql {
        params = Map.copyOf(params);
    }
}
