package dev.breakwater.rollout.engine.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Places every host once. The order is drawn from the seed and the host's id, never its name, so that a canary is not always the same
 * host; the same request gives the same plan on any machine.
 */
public final class Planner {

    private Planner() {}

    public static Plan plan(PlanRequest request) {
        List<Candidate> drawn = draw(request);
        List<Excluded> excluded = new ArrayList<>();
        List<Candidate> movable = new ArrayList<>();
        for (Candidate candidate : drawn) {
            String why = exclusion(candidate);
            if (why == null) {
                movable.add(candidate);
            } else {
                excluded.add(new Excluded(candidate.id(), candidate.name(), why));
            }
        }
        List<PlannedWave> waves = Placement.place(movable, request.policy().waves());
        excluded.addAll(unplaced(movable, waves));
        excluded.sort(Comparator.comparing(Excluded::name));
        List<Lint> lint = Lints.of(request.policy(), waves);
        return new Plan(waves, PlanHash.of(waves), excluded, lint);
    }

    private static List<Candidate> draw(PlanRequest request) {
        record Ticket(long draw, Candidate candidate) {}
        return request.candidates().stream()
                .map(candidate -> new Ticket(Draw.of(request.seed(), candidate.id()), candidate))
                .sorted(Comparator.comparingLong(Ticket::draw)
                        .thenComparing(ticket -> ticket.candidate().id()))
                .map(Ticket::candidate)
                .toList();
    }

    private static @Nullable String exclusion(Candidate candidate) {
        if (candidate.exclusion() != null) {
            return candidate.exclusion();
        }
        return candidate.to().equals(candidate.from()) ? "runs it already" : null;
    }

    private static List<Excluded> unplaced(List<Candidate> movable, List<PlannedWave> waves) {
        Set<UUID> placed = new HashSet<>();
        waves.forEach(wave -> wave.hosts().forEach(host -> placed.add(host.id())));
        return movable.stream()
                .filter(candidate -> !placed.contains(candidate.id()))
                .map(candidate -> new Excluded(candidate.id(), candidate.name(), "no wave takes it"))
                .toList();
    }
}
