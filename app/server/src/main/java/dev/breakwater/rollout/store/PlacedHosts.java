package dev.breakwater.rollout.store;

import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A batch of hosts with their waves and refs, in the order of ids, as columns for one statement. */
final class PlacedHosts {
    private final UUID[] ids;
    private final int[] waves;
    private final String[] refs;
    private boolean mixed;
    private int size;

    PlacedHosts(int most) {
        this.ids = new UUID[most];
        this.waves = new int[most];
        this.refs = new String[most];
    }

    void add(UUID id, int wave, String ref) {
        ids[size] = id;
        waves[size] = wave;
        refs[size] = ref;
        mixed |= !ref.equals(refs[0]);
        size++;
    }

    void clear() {
        size = 0;
        mixed = false;
    }

    int size() {
        return size;
    }

    UUID first() {
        return ids[0];
    }

    UUID last() {
        return ids[size - 1];
    }

    UUID[] ids() {
        return Arrays.copyOf(ids, size);
    }

    int[] waves() {
        return Arrays.copyOf(waves, size);
    }

    String[] refs() {
        return Arrays.copyOf(refs, size);
    }

    /** Null where hosts get different ones. */
    @Nullable
    String onlyRef() {
        return mixed || size == 0 ? null : refs[0];
    }
}
