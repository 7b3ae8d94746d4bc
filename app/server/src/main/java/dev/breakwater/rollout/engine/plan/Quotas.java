package dev.breakwater.rollout.engine.plan;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Shares a wave out among failure domains: to each its share of the hosts left, rounded up or down. Who was rounded down in earlier waves
 * is rounded up first, so that shares are right over all waves as well.
 */
final class Quotas {

    private final double[] owed;

    Quotas(int domains) {
        this.owed = new double[domains];
    }

    /**
     * For each domain how many of so many hosts, of those it has left. Those already chosen of it are counted in; {@code most} gives way
     * only where the wave could not be filled otherwise.
     */
    int[] share(int hosts, int[] left, int[] chosen, int[] most) {
        double[] fair = fair(hosts, left);
        int[] ceiling = new int[fair.length];
        int[] quota = new int[fair.length];
        for (int i = 0; i < fair.length; i++) {
            int cap = Math.max(chosen[i], most[i]);
            quota[i] = Math.clamp((int) fair[i], chosen[i], cap);
            ceiling[i] = Math.min((int) Math.ceil(fair[i]), cap);
        }
        int missing = hosts - IntStream.of(quota).sum();
        missing = addOneEach(quota, ceiling, missing, needs(fair, quota));
        missing = fill(quota, most, missing, fair);
        missing = fill(quota, left, missing, fair);
        shrink(quota, chosen, -missing, fair);
        for (int i = 0; i < fair.length; i++) {
            owed[i] += fair[i] - quota[i];
        }
        return quota;
    }

    private static double[] fair(int hosts, int[] left) {
        long whole = IntStream.of(left).sum();
        return IntStream.of(left)
                .mapToDouble(each -> (double) ((long) hosts * each) / whole)
                .toArray();
    }

    /** Domains by what they are owed, most first. */
    private List<Integer> needs(double[] fair, int[] quota) {
        double[] need = new double[fair.length];
        for (int i = 0; i < need.length; i++) {
            need[i] = owed[i] + fair[i] - quota[i];
        }
        Comparator<Integer> byNeed = Comparator.comparingDouble(i -> -need[i]);
        return IntStream.range(0, need.length).boxed().sorted(byNeed).toList();
    }

    private static int addOneEach(int[] quota, int[] most, int missing, List<Integer> order) {
        int still = missing;
        for (int i : order) {
            if (still > 0 && quota[i] < most[i]) {
                quota[i]++;
                still--;
            }
        }
        return still;
    }

    /** By the room that each has, then one each: ends when nothing is missing or nobody has room. */
    private int fill(int[] quota, int[] most, int missing, double[] fair) {
        int still = missing;
        int before = -1;
        while (still > 0 && still != before) {
            before = still;
            still = addByRoom(quota, most, still);
            still = addOneEach(quota, most, still, needs(fair, quota));
        }
        return still;
    }

    private static int addByRoom(int[] quota, int[] most, int missing) {
        long room = 0;
        for (int i = 0; i < quota.length; i++) {
            room += Math.max(0, most[i] - quota[i]);
        }
        long give = Math.min(missing, room);
        int given = 0;
        for (int i = 0; i < quota.length && give > 0; i++) {
            int more = (int) (give * Math.max(0, most[i] - quota[i]) / room);
            quota[i] += more;
            given += more;
        }
        return missing - given;
    }

    private void shrink(int[] quota, int[] least, int surplus, double[] fair) {
        int still = surplus;
        while (still > 0) {
            for (int i : needs(fair, quota).reversed()) {
                if (still > 0 && quota[i] > least[i]) {
                    quota[i]--;
                    still--;
                }
            }
        }
    }
}
