package dev.breakwater.rollout.engine.plan;

import static java.util.stream.Collectors.partitioningBy;

import dev.breakwater.rollout.engine.policy.WavePolicy;
import dev.breakwater.rollout.engine.policy.WaveSize.Count;
import dev.breakwater.rollout.engine.policy.WaveSize.Matching;
import dev.breakwater.rollout.engine.policy.WaveSize.Percent;
import dev.breakwater.rollout.engine.policy.WaveSize.Rest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Deals hosts, in the order drawn, to waves in their order. Each wave takes from what earlier ones left. */
final class Placement {

    private final int whole;
    private List<Candidate> left;

    private Placement(List<Candidate> candidates) {
        this.whole = candidates.size();
        this.left = List.copyOf(candidates);
    }

    static List<PlannedWave> place(List<Candidate> candidates, List<WavePolicy> waves) {
        Placement placement = new Placement(candidates);
        List<PlannedWave> planned = new ArrayList<>();
        for (int i = 0; i < waves.size(); i++) {
            planned.add(new PlannedWave(waves.get(i).name(), placement.take(i, waves.get(i))));
        }
        return planned;
    }

    private List<PlannedHost> take(int index, WavePolicy wave) {
        return switch (wave.size()) {
            case Count(int hosts) -> first(hosts);
            case Percent(int percent) -> first(target(index, percent) - placed());
            case Matching _ -> matching(index);
            case Rest() -> first(left.size());
        };
    }

    /** The first wave rounds up, so that it is never empty; later ones round down. */
    private int target(int index, int percent) {
        long hundredths = (long) whole * percent;
        return (int) (index == 0 ? (hundredths + 99) / 100 : hundredths / 100);
    }

    private int placed() {
        return whole - left.size();
    }

    private List<PlannedHost> first(int hosts) {
        int end = Math.clamp(hosts, 0, left.size());
        List<Candidate> taken = left.subList(0, end);
        left = left.subList(end, left.size());
        return moves(taken);
    }

    private List<PlannedHost> matching(int index) {
        Map<Boolean, List<Candidate>> matches = left.stream()
                .collect(partitioningBy(candidate -> candidate.matching().contains(index)));
        left = matches.getOrDefault(false, List.of());
        return moves(matches.getOrDefault(true, List.of()));
    }

    private static List<PlannedHost> moves(List<Candidate> taken) {
        return taken.stream().map(Placement::move).toList();
    }

    private static PlannedHost move(Candidate candidate) {
        return new PlannedHost(candidate.id(), candidate.name(), candidate.from(), candidate.to());
    }
}
