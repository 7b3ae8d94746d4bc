package dev.breakwater.host;

import dev.breakwater.web.InvalidField;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which hosts to list. */
record HostQuery(
        Selector selector,
        List<Platform> platforms,
        List<HostState> states,
        @Nullable String nameContains) {
    HostQuery {
        platforms = List.copyOf(platforms);
        states = List.copyOf(states);
    }

    static HostQuery parse(
            @Nullable String selector, @Nullable String platforms, @Nullable String states, @Nullable String q) {
        return new HostQuery(
                Selector.parse(selector == null ? "" : selector),
                split(platforms).stream().map(HostQuery::platform).toList(),
                split(states).stream().map(HostQuery::state).toList(),
                q == null || q.isBlank() ? null : q.strip().toLowerCase(Locale.ROOT));
    }

    private static Platform platform(String name) {
        return Platform.find(name).orElseThrow(() -> new InvalidField("platform", "must be of " + Platform.names()));
    }

    private static HostState state(String name) {
        return Arrays.stream(HostState.values())
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidField("state", "must be of " + Arrays.toString(HostState.values())));
    }

    private static List<String> split(@Nullable String list) {
        return list == null || list.isBlank()
                ? List.of()
                : Arrays.stream(list.split(",", -1)).map(String::strip).toList();
    }
}
