package dev.breakwater.rollout.engine.plan;

import dev.breakwater.rollout.engine.policy.Limit;
import dev.breakwater.rollout.engine.policy.Policy;
import dev.breakwater.rollout.engine.policy.WavePolicy;
import dev.breakwater.rollout.engine.policy.WaveSize;
import dev.breakwater.rollout.engine.policy.WaveSize.Count;
import dev.breakwater.rollout.engine.policy.WaveSize.Matching;
import dev.breakwater.rollout.engine.policy.WaveSize.Newcomers;
import dev.breakwater.rollout.engine.policy.WaveSize.Percent;
import dev.breakwater.rollout.engine.policy.WaveSize.Rest;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Deals hosts, in the order drawn, to waves in their order. Each wave takes from what earlier ones left, of every failure domain its
 * share, rounded; the first wave may give a domain less to touch more of the values it is to cover, never more than its share rounded up.
 */
final class Placement {

    private final Hosts drawn;
    private final Policy policy;
    private final Domains domains;
    private final Quotas quotas;
    private final BitSet left;

    private Placement(Hosts drawn, Policy policy) {
        this.drawn = drawn;
        this.policy = policy;
        this.domains = new Domains(drawn);
        this.quotas = new Quotas(domains.count());
        this.left = new BitSet(drawn.size());
        left.set(0, drawn.size());
    }

    /** Each wave's hosts, and those that no wave takes. */
    record Placed(List<Hosts> waves, Hosts left) {}

    static Placed place(Hosts drawn, Policy policy) {
        Placement placement = new Placement(drawn, policy);
        List<Hosts> waves = new ArrayList<>();
        for (int wave = 0; wave < policy.waves().size(); wave++) {
            waves.add(placement.hosts(placement.take(wave)));
        }
        return new Placed(waves, placement.hosts(placement.left));
    }

    private BitSet take(int index) {
        WavePolicy wave = policy.waves().get(index);
        BitSet taken = switch (wave.size()) {
            case Count(int hosts) -> share(index, hosts);
            case Percent(int percent) -> share(index, target(index, percent) - placed());
            case Matching _ -> matching(index);
            case Rest() -> (BitSet) left.clone();
            case Newcomers() -> new BitSet();
        };
        taken.stream().forEach(domains::take);
        left.andNot(taken);
        return taken;
    }

    /** The first wave rounds up, so that it is never empty; later ones round down. */
    private int target(int index, int percent) {
        long hundredths = (long) drawn.size() * percent;
        return (int) (index == 0 ? (hundredths + 99) / 100 : hundredths / 100);
    }

    private int placed() {
        return drawn.size() - left.cardinality();
    }

    private BitSet share(int index, int hosts) {
        int size = Math.clamp(hosts, 0, left.cardinality());
        if (size == 0) {
            return new BitSet();
        }
        int[] most = domains.within(perDomain(policy, index));
        BitSet taken = index == 0 ? cover(size, most) : new BitSet();
        int[] wanted = quotas.share(size, domains.left(), counted(taken), most);
        taken.stream().forEach(host -> wanted[domains.of(host)]--);
        for (int host = left.nextSetBit(0); host >= 0; host = left.nextSetBit(host + 1)) {
            if (!taken.get(host) && wanted[domains.of(host)] > 0) {
                wanted[domains.of(host)]--;
                taken.set(host);
            }
        }
        return taken;
    }

    private BitSet cover(int size, int[] most) {
        if (policy.spread().cover().isEmpty()) {
            return new BitSet();
        }
        int[] room = new int[domains.count()];
        for (int domain = 0; domain < room.length; domain++) {
            room[domain] = Math.min(most[domain], rounded(size, domains.size(domain)));
        }
        return Cover.choose(drawn, domains, size, room);
    }

    /** A domain's share of the first wave, rounded up. */
    private int rounded(int size, int hosts) {
        return (int) (((long) size * hosts + drawn.size() - 1) / drawn.size());
    }

    private int[] counted(BitSet taken) {
        int[] counted = new int[domains.count()];
        taken.stream().forEach(host -> counted[domains.of(host)]++);
        return counted;
    }

    /** Binds where the wave is a canary or a count; the claim keeps it in every wave. See decision 0016. */
    static @Nullable Limit perDomain(Policy policy, int index) {
        WaveSize size = policy.waves().get(index).size();
        boolean counts = !policy.spread().spreadBy().isEmpty()
                && (size instanceof Count || (index == 0 && size instanceof Percent));
        return counts ? policy.limits().maxUnavailablePerDomain() : null;
    }

    private BitSet matching(int index) {
        BitSet matching = new BitSet();
        left.stream()
                .filter(host -> drawn.traits(host).matching().contains(index))
                .forEach(matching::set);
        return matching;
    }

    private Hosts hosts(BitSet taken) {
        return new Hosts(drawn.roster(), taken.stream().map(drawn::row).toArray());
    }
}
