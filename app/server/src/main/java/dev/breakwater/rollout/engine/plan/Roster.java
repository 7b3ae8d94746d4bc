package dev.breakwater.rollout.engine.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The candidates of a plan in columns, in the order of their ids: some 60 bytes a host and what its name has, where hosts run and get
 * refs that others have too. A million {@link Candidate}s would be half a gigabyte. For one thread.
 */
public final class Roster {

    private static final int NONE = -1;
    private static final int FEWEST = 64;

    private final Texts names = new Texts();
    private final Texts refs = new Texts();
    private final Map<Traits, Integer> numbers = new HashMap<>();
    private final List<Traits> kinds = new ArrayList<>();
    private final BitSet silent = new BitSet();

    private long[] most = new long[FEWEST];
    private long[] least = new long[FEWEST];
    private int[] name = new int[FEWEST];
    private int[] from = new int[FEWEST];
    private int[] to = new int[FEWEST];
    private int[] why = new int[FEWEST];
    private int[] kind = new int[FEWEST];
    private int size;

    public static Roster of(Collection<Candidate> candidates) {
        Roster roster = new Roster();
        candidates.stream()
                .sorted(Comparator.comparing(
                        Candidate::id,
                        (one, other) -> compare(
                                one.getMostSignificantBits(), one.getLeastSignificantBits(),
                                other.getMostSignificantBits(), other.getLeastSignificantBits())))
                .forEach(roster::add);
        return roster;
    }

    /** Ids ascend as PostgreSQL orders them, by their bytes. */
    public void add(Candidate candidate) {
        long high = candidate.id().getMostSignificantBits();
        long low = candidate.id().getLeastSignificantBits();
        if (size > 0 && compare(most[size - 1], least[size - 1], high, low) >= 0) {
            throw new IllegalArgumentException("ids of candidates must ascend: " + candidate.id());
        }
        if (size == most.length) {
            grow(size + size / 2);
        }
        most[size] = high;
        least[size] = low;
        name[size] = names.number(candidate.name());
        from[size] = number(candidate.from());
        to[size] = refs.number(candidate.to());
        why[size] = number(candidate.exclusion());
        kind[size] = kindOf(candidate.traits());
        silent.set(size, candidate.silent());
        size++;
    }

    public int size() {
        return size;
    }

    private static int compare(long high, long low, long otherHigh, long otherLow) {
        int first = Long.compareUnsigned(high, otherHigh);
        return first != 0 ? first : Long.compareUnsigned(low, otherLow);
    }

    private int number(@Nullable String text) {
        return text == null ? NONE : refs.number(text);
    }

    private int kindOf(Traits traits) {
        return numbers.computeIfAbsent(traits, it -> {
            kinds.add(it);
            return kinds.size() - 1;
        });
    }

    private void grow(int wider) {
        most = Arrays.copyOf(most, wider);
        least = Arrays.copyOf(least, wider);
        name = Arrays.copyOf(name, wider);
        from = Arrays.copyOf(from, wider);
        to = Arrays.copyOf(to, wider);
        why = Arrays.copyOf(why, wider);
        kind = Arrays.copyOf(kind, wider);
    }

    long most(int row) {
        return most[row];
    }

    long least(int row) {
        return least[row];
    }

    UUID id(int row) {
        return new UUID(most[row], least[row]);
    }

    /** Of all that have it. */
    String to(int row) {
        return refs.text(to[row]);
    }

    /** What of the host goes into a plan's hash. */
    int toLength(int row) {
        return refs.length(to[row]);
    }

    void copyTo(int row, byte[] bytes, int at) {
        refs.copy(to[row], bytes, at);
    }

    PlannedHost move(int row) {
        String ran = from[row] == NONE ? null : refs.text(from[row]);
        return new PlannedHost(id(row), names.text(name[row]), ran, refs.text(to[row]));
    }

    boolean isMovable(int row) {
        return why[row] == NONE && from[row] != to[row];
    }

    /** Why it has no place in the plan. */
    Excluded leave(int row) {
        String reason = isMovable(row) ? Excluded.NO_WAVE : why[row] == NONE ? Excluded.RUNS_IT : refs.text(why[row]);
        return new Excluded(id(row), names.text(name[row]), reason);
    }

    int compareNames(int one, int other) {
        int byName = names.compare(name[one], name[other]);
        return byName != 0 ? byName : Integer.compare(one, other);
    }

    boolean isSilent(int row) {
        return silent.get(row);
    }

    /** Hosts of the same kind have the same traits. */
    int kind(int row) {
        return kind[row];
    }

    int kinds() {
        return kinds.size();
    }

    Traits traits(int kind) {
        return kinds.get(kind);
    }
}
