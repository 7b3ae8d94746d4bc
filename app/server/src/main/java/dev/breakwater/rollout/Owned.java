package dev.breakwater.rollout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Hosts of a plan, or left out of it, that other running rollouts steer: how many, the first of them, and by whom. */
final class Owned {
    private static final int LISTED = 100;

    private final List<Host> first = new ArrayList<>();
    private final Map<UUID, String> owners = new LinkedHashMap<>();
    private int hosts;

    record Host(String name, String owner) {}

    void add(String host, UUID owner, @Nullable String ownerName) {
        var title = ownerName == null ? owner.toString() : ownerName;
        owners.putIfAbsent(owner, title);
        hosts++;
        if (first.size() < LISTED) {
            first.add(new Host(host, title));
        }
    }

    boolean isEmpty() {
        return hosts == 0;
    }

    int hosts() {
        return hosts;
    }

    Host example() {
        return first.getFirst();
    }

    List<Host> first() {
        return Collections.unmodifiableList(first);
    }

    /** By id, with their names, in the order in which they were met. */
    Map<UUID, String> owners() {
        return Collections.unmodifiableMap(owners);
    }
}
