package dev.breakwater.rollout.engine.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Chooses hosts that touch as many distinct values as so few can: greedily, then by exchanging one for another while that touches more.
 * Of hosts alike the one drawn first stands for all. No domain gives more than it may.
 */
final class Cover {

    /** Bounds the exchanges on fleets whose values are nearly all distinct; a plan stays a plan without the last of them. */
    private static final long COMPARISONS_MAX = 20_000_000;

    private final Hosts drawn;
    private final Domains domains;
    private final int[] room;
    private final int size;
    private final List<Integer> kinds = new ArrayList<>();
    private final List<int[]> values = new ArrayList<>();
    private final List<Integer> chosen = new ArrayList<>();
    private final int[] touched;
    private long comparisons;

    private Cover(Hosts drawn, Domains domains, int size, int[] room) {
        this.drawn = drawn;
        this.domains = domains;
        this.size = size;
        this.room = room;
        this.touched = new int[number()];
    }

    static BitSet choose(Hosts drawn, Domains domains, int size, int[] room) {
        Cover cover = new Cover(drawn, domains, size, room.clone());
        cover.greedily();
        cover.exchange();
        BitSet hosts = new BitSet();
        cover.chosen.forEach(kind -> hosts.set(cover.kinds.get(kind)));
        return hosts;
    }

    private int number() {
        boolean[] seen = new boolean[drawn.kinds()];
        Map<String, Integer> numbers = new HashMap<>();
        for (int host = 0; host < drawn.size(); host++) {
            if (!seen[drawn.kind(host)]) {
                seen[drawn.kind(host)] = true;
                kinds.add(host);
                values.add(drawn.traits(host).covering().stream()
                        .mapToInt(value -> numbers.computeIfAbsent(value, _ -> numbers.size()))
                        .toArray());
            }
        }
        return numbers.size();
    }

    /** Gains only shrink as values are touched, so one that is still true at the head of the queue is the greatest. */
    private void greedily() {
        record Offer(int gain, int kind) {}
        PriorityQueue<Offer> offers = new PriorityQueue<>(
                Comparator.comparingInt((Offer offer) -> -offer.gain()).thenComparingInt(Offer::kind));
        for (int kind = 0; kind < kinds.size(); kind++) {
            offers.add(new Offer(gain(kind), kind));
        }
        while (chosen.size() < size && !offers.isEmpty()) {
            Offer best = offers.remove();
            int gain = gain(best.kind());
            if (gain < best.gain()) {
                offers.add(new Offer(gain, best.kind()));
            } else if (gain > 0 && room[domain(best.kind())] > 0) {
                choose(best.kind());
            }
        }
    }

    private void exchange() {
        boolean better = true;
        while (better && comparisons < COMPARISONS_MAX) {
            better = false;
            for (int kind = 0; kind < kinds.size() && !better; kind++) {
                better = gain(kind) > 0 && exchangeFor(kind);
            }
        }
    }

    private boolean exchangeFor(int kind) {
        int gain = gain(kind);
        for (int i = 0; i < chosen.size(); i++) {
            comparisons++;
            int member = chosen.get(i);
            boolean fits = domain(member) == domain(kind) || room[domain(kind)] > 0;
            if (fits && gain > loss(member, kind)) {
                chosen.remove(/* index */ i);
                count(member, -1);
                choose(kind);
                return true;
            }
        }
        return false;
    }

    private void choose(int kind) {
        chosen.add(kind);
        count(kind, 1);
    }

    private void count(int kind, int by) {
        room[domain(kind)] -= by;
        for (int value : values.get(kind)) {
            touched[value] += by;
        }
    }

    private int gain(int kind) {
        int gain = 0;
        for (int value : values.get(kind)) {
            gain += touched[value] == 0 ? 1 : 0;
        }
        return gain;
    }

    private int loss(int member, int kind) {
        int loss = 0;
        for (int value : values.get(member)) {
            loss += touched[value] == 1 && !has(kind, value) ? 1 : 0;
        }
        return loss;
    }

    private boolean has(int kind, int value) {
        for (int each : values.get(kind)) {
            if (each == value) {
                return true;
            }
        }
        return false;
    }

    private int domain(int kind) {
        return domains.of(kinds.get(kind));
    }
}
