package dev.breakwater.drift;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many hosts drifted, per value of what they are grouped by; most first. */
record DriftSummary(String groupBy, List<Item> items) {
    /** {@code group} is null for hosts without that label. {@code hosts} counts each once, {@code kinds} once per kind. */
    @Schema(name = "DriftGroup")
    record Item(@Nullable String group, long hosts, Map<String, Long> kinds) {}

    static DriftSummary of(String groupBy, List<DriftReport.Group> groups) {
        var totals = new LinkedHashMap<@Nullable String, Long>();
        var kinds = new LinkedHashMap<@Nullable String, Map<String, Long>>();
        for (var group : groups) {
            if (group.kind() == null) {
                totals.put(group.value(), group.hosts());
            } else {
                kinds.computeIfAbsent(group.value(), _ -> new LinkedHashMap<>()).put(group.kind(), group.hosts());
            }
        }
        var items = new ArrayList<Item>(totals.size());
        totals.forEach((value, hosts) -> items.add(new Item(value, hosts, kinds.getOrDefault(value, Map.of()))));
        items.sort(Comparator.comparingLong(Item::hosts).reversed());
        return new DriftSummary(groupBy, items);
    }
}
