package dev.breakwater.rollout.engine.smallworld;

import dev.breakwater.rollout.engine.Waiting;
import dev.breakwater.rollout.engine.smallworld.Moves.Move;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Visits every world that can be reached, nearest first, so that a broken invariant is shown with the shortest way to it. */
final class Search {

    /** Far beyond what is expected: a model that grew by mistake fails, and does not run for ever. */
    static final int WORLDS_MAX = 3_000_000;

    private record Came(World from, String by) {}

    private final Shell shell;
    private final Map<World, Came> seen = new HashMap<>();
    private final Deque<World> front = new ArrayDeque<>();
    private final Set<World> ending = new HashSet<>();
    private final Set<String> phases = new TreeSet<>();
    private long moves;

    Search(Shell shell) {
        this.shell = shell;
    }

    void run() {
        World start = World.draft(shell.policy(), shell.other()).canonical();
        seen.put(start, new Came(start, "start"));
        front.add(start);
        while (!front.isEmpty()) {
            visit(front.remove());
        }
        seen.keySet().forEach(this::endsAlone);
    }

    /** I9 to the end: were every host silent from now on, time alone would lead to an end or to a person. */
    private void endsAlone(World world) {
        Set<World> way = new LinkedHashSet<>();
        World at = world;
        while (!ending.contains(at) && !rests(at)) {
            World from = at;
            at = Moves.alone(shell, at).orElseThrow(() -> new AssertionError("I9: stuck after " + wayTo(from)));
            if (!way.add(from)) {
                throw new AssertionError("I9: for ever after " + wayTo(from));
            }
        }
        ending.addAll(way);
    }

    private boolean rests(World world) {
        String whom = Waiting.of(world.rollout(shell.policy()), World.NOON).waitingFor();
        return whom == null || whom.contains("a person");
    }

    private void visit(World world) {
        phases.add(world.phase().name());
        try {
            List<Move> next = Moves.from(shell, world);
            moves += next.size();
            if (!world.phase().isTerminal()) {
                next.forEach(move -> discover(world, move));
            }
        } catch (AssertionError broken) {
            throw new AssertionError(broken.getMessage() + " after " + wayTo(world), broken);
        }
    }

    private void discover(World from, Move move) {
        if (seen.putIfAbsent(move.world(), new Came(from, move.what())) == null) {
            front.add(move.world());
            if (seen.size() > WORLDS_MAX) {
                throw new AssertionError("more than " + WORLDS_MAX + " worlds");
            }
        }
    }

    private List<String> wayTo(World world) {
        List<String> way = new ArrayList<>();
        World at = world;
        while (!seen.get(at).from().equals(at)) {
            way.addFirst(seen.get(at).by());
            at = seen.get(at).from();
        }
        return way;
    }

    Set<String> phases() {
        return phases;
    }

    int worlds() {
        return seen.size();
    }

    @Override
    public String toString() {
        return "%d worlds, %d moves".formatted(seen.size(), moves);
    }
}
