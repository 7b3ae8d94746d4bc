package dev.breakwater.rollout.engine.fleet;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** How a run that broke can be had again, with as few kinds of faults as it takes. */
final class Replay {

    private Replay() {}

    /** All, but for those named in {@code breakwater.without}. */
    static Set<Fault> faults() {
        Set<Fault> faults = EnumSet.allOf(Fault.class);
        Arrays.stream(System.getProperty("breakwater.without", "").split(",", -1))
                .filter(name -> !name.isBlank())
                .map(Fault::valueOf)
                .forEach(faults::remove);
        return faults;
    }

    /** Leaves out one kind after the other, as long as the run still breaks. */
    static Set<Fault> shrink(Set<Fault> faults, Predicate<Set<Fault>> breaks) {
        Set<Fault> needed = EnumSet.noneOf(Fault.class);
        needed.addAll(faults);
        for (Fault fault : faults) {
            needed.remove(fault);
            if (!breaks.test(needed)) {
                needed.add(fault);
            }
        }
        return needed;
    }

    static String command(long seed, Set<Fault> needed) {
        String without = EnumSet.allOf(Fault.class).stream()
                .filter(fault -> !needed.contains(fault))
                .map(Fault::name)
                .collect(Collectors.joining(","));
        return "app/fleetsim/bench/simulate --seed " + seed + (without.isEmpty() ? "" : " --without " + without);
    }
}
