package dev.breakwater.rollout;

import dev.breakwater.calendar.Schedule;
import dev.breakwater.rollout.engine.plan.Plan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which schedules the hosts of one plan have: four bytes a host, and none where all have the same. For one thread. */
final class Bindings {
    private final Function<Map<String, String>, Schedule> binder;
    private final IdentityHashMap<Schedule, Integer> numbers = new IdentityHashMap<>();
    private final List<Schedule> schedules = new ArrayList<>();
    private int[] numberOf = {};

    Bindings(Function<Map<String, String>, Schedule> binder) {
        this.binder = binder;
    }

    /** The same for labels that are bound alike. */
    int number(Map<String, String> labels) {
        return numbers.computeIfAbsent(binder.apply(labels), schedule -> {
            schedules.add(schedule);
            return schedules.size() - 1;
        });
    }

    /** {@code row}: how many candidates came before it. */
    void add(int row, int number) {
        if (number > 0 && row >= numberOf.length) {
            numberOf = Arrays.copyOf(numberOf, Math.max(1_024, row + row / 2 + 1));
        }
        if (number > 0) {
            numberOf[row] = number;
        }
    }

    /** By wave. */
    List<Set<Schedule>> of(Plan plan) {
        var waves = plan.waves().stream().map(_ -> new BitSet()).toList();
        plan.inOrder((row, _, wave, _) -> waves.get(wave).set(row < numberOf.length ? numberOf[row] : 0));
        return waves.stream()
                .map(wave -> wave.stream().mapToObj(schedules::get).collect(Collectors.toUnmodifiableSet()))
                .toList();
    }
}
