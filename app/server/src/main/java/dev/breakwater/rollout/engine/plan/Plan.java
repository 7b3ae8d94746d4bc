package dev.breakwater.rollout.engine.plan;

import java.util.Collections;
import java.util.List;
import java.util.UUID;

/**
 * The rollout's waves with every host placed, and a hash that two plans share only if they do the same. {@code rounds}: how many times
 * over the hosts of each wave take turns, at least, under the limits.
 */
public record Plan(
        List<PlannedWave> waves,
        String planHash,
        List<Integer> rounds,
        List<Excluded> excluded,
        List<Uncovered> misses,
        List<Lint> lint) {

    public Plan {
        waves = List.copyOf(waves);
        rounds = List.copyOf(rounds);
        excluded = Collections.unmodifiableList(excluded);
        misses = List.copyOf(misses);
        lint = List.copyOf(lint);
    }

    public boolean runnable() {
        return lint.stream().noneMatch(finding -> finding.level() == Lint.Level.ERROR);
    }

    /** Takes the hosts that have a place, one after another. {@code row}: how many candidates came before it. */
    public interface Taker {
        void take(int row, UUID id, int wave, String to);
    }

    /** In the order of ids, as PostgreSQL orders them. */
    public void inOrder(Taker taker) {
        List<Hosts> placed =
                waves.stream().map(wave -> Moves.hosts(wave.hosts())).toList();
        Roster roster = placed.getFirst().roster();
        short[] places = new short[roster.size()];
        for (int wave = 0; wave < placed.size(); wave++) {
            Hosts hosts = placed.get(wave);
            for (int host = 0; host < hosts.size(); host++) {
                places[hosts.row(host)] = (short) (wave + 1);
            }
        }
        for (int row = 0; row < places.length; row++) {
            if (places[row] > 0) {
                taker.take(row, roster.id(row), places[row] - 1, roster.to(row));
            }
        }
    }
}
