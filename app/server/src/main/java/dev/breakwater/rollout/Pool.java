package dev.breakwater.rollout;

import java.util.HashMap;
import java.util.Map;

/** Keeps one of what many hosts have alike, as long as few differ. */
final class Pool<T> {
    private static final int MOST = 20_000;

    private final Map<T, T> known = new HashMap<>();

    T one(T value) {
        var same = known.get(value);
        if (same != null) {
            return same;
        }
        if (known.size() < MOST) {
            known.put(value, value);
        }
        return value;
    }
}
