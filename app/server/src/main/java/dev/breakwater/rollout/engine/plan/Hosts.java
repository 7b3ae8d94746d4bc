package dev.breakwater.rollout.engine.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Some hosts of a roster, in the order drawn. */
final class Hosts {

    private final Roster roster;
    private final int[] rows;

    Hosts(Roster roster, int[] rows) {
        this.roster = roster;
        this.rows = rows;
    }

    Roster roster() {
        return roster;
    }

    int size() {
        return rows.length;
    }

    int row(int host) {
        return rows[host];
    }

    /** Numbered below {@link #kinds}. */
    int kind(int host) {
        return roster.kind(rows[host]);
    }

    int kinds() {
        return roster.kinds();
    }

    Traits traits(int host) {
        return roster.traits(kind(host));
    }

    int silent() {
        int silent = 0;
        for (int row : rows) {
            silent += roster.isSilent(row) ? 1 : 0;
        }
        return silent;
    }

    /** Hosts with the same traits. */
    record Alike(Traits traits, int hosts) {}

    List<Alike> alike() {
        int[] counts = new int[roster.kinds()];
        for (int row : rows) {
            counts[roster.kind(row)]++;
        }
        List<Alike> alike = new ArrayList<>();
        for (int kind = 0; kind < counts.length; kind++) {
            if (counts[kind] > 0) {
                alike.add(new Alike(roster.traits(kind), counts[kind]));
            }
        }
        return alike;
    }

    Map<List<String>, Integer> domains() {
        Map<List<String>, Integer> sizes = new HashMap<>();
        alike().forEach(each -> sizes.merge(each.traits().domain(), each.hosts(), Integer::sum));
        return sizes;
    }
}
