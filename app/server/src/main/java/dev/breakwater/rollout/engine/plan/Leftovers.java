package dev.breakwater.rollout.engine.plan;

import java.util.AbstractList;
import java.util.RandomAccess;
import java.util.stream.IntStream;

/** Who has no place in the plan, in the order of names, each made when it is looked at. */
final class Leftovers extends AbstractList<Excluded> implements RandomAccess {

    private final Roster roster;
    private final int[] rows;

    Leftovers(Roster roster, IntStream rows) {
        this.roster = roster;
        this.rows = rows.boxed()
                .sorted(roster::compareNames)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    @Override
    public Excluded get(int host) {
        return roster.leave(rows[host]);
    }

    @Override
    public int size() {
        return rows.length;
    }
}
