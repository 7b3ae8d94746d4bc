package dev.breakwater.rollout.engine.plan;

import dev.breakwater.rollout.engine.policy.Limit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Failure domains that a wave hits too hard, and label values that no canary stands for. */
final class SpreadLints {

    /** A wave hits a domain too hard from twice the share that the wave has of all hosts. */
    private static final int TOO_HARD = 2;

    private static final Comparator<Share> WORST =
            Comparator.comparingDouble(Share::ofDomain).thenComparing(share -> share.domain, Comparator.reverseOrder());

    private SpreadLints() {}

    private record Share(String domain, int hosts, int size, int most) {

        double ofDomain() {
            return (double) hosts / size;
        }
    }

    static void of(Layout layout, int wave, List<Lint> lint) {
        if (!layout.isSpread() || layout.hosts(wave) == 0) {
            return;
        }
        List<Share> shares = shares(layout, wave);
        if (!crowded(layout, wave, shares, lint)) {
            unbalanced(layout, wave, shares, lint);
        }
    }

    private static List<Share> shares(Layout layout, int wave) {
        Map<List<String>, Integer> sizes = layout.movable().domains();
        Limit limit = Placement.perDomain(layout.policy(), wave);
        return layout.waves().get(wave).domains().entrySet().stream()
                .map(each -> {
                    int size = sizes.getOrDefault(each.getKey(), 0);
                    int most = limit == null ? size : limit.of(size);
                    return new Share(Layout.title(each.getKey()), each.getValue(), size, most);
                })
                .toList();
    }

    /** The wave could not be filled within the limit of each domain. */
    private static boolean crowded(Layout layout, int wave, List<Share> shares, List<Lint> lint) {
        Share worst = shares.stream()
                .filter(share -> share.hosts() > share.most())
                .max(WORST)
                .orElse(null);
        if (worst == null) {
            return false;
        }
        lint.add(Lint.error(("wave %s would move %d hosts of %s, of which at most %d may be away at once:"
                        + " give it fewer hosts and add waves, or spread over more domains")
                .formatted(layout.name(wave), worst.hosts(), worst.domain(), worst.most())));
        return true;
    }

    private static void unbalanced(Layout layout, int wave, List<Share> shares, List<Lint> lint) {
        long fleet = layout.movable().size();
        long hosts = layout.hosts(wave);
        shares.stream()
                .filter(share -> share.hosts() > 1 && share.hosts() * fleet > TOO_HARD * hosts * share.size())
                .max(WORST)
                .ifPresent(share -> lint.add(Lint.warning("wave %s is %d %% of %s and %d %% of all hosts"
                        .formatted(
                                layout.name(wave),
                                Lints.percent(share.hosts(), share.size()),
                                share.domain(),
                                Lints.percent(hosts, fleet)))));
    }

    static void unlabelled(Layout layout, List<Lint> lint) {
        Map<String, Integer> without = new TreeMap<>();
        for (Hosts.Alike alike : layout.movable().alike()) {
            alike.traits().domain().stream()
                    .filter(value -> value.startsWith("!"))
                    .forEach(value -> without.merge(value.substring(1), alike.hosts(), Integer::sum));
        }
        without.forEach((label, hosts) -> lint.add(Lint.warning(
                "%d hosts have no label %s: together they count as one failure domain".formatted(hosts, label))));
    }

    static void misses(Layout layout, List<Lint> lint) {
        if (!layout.misses().isEmpty()) {
            Uncovered first = layout.misses().getFirst();
            String value =
                    first.value() == null ? "a host without " + first.label() : first.label() + "=" + first.value();
            int others = layout.misses().size() - 1;
            String more = others == 0 ? "" : " (and %d values more)".formatted(others);
            lint.add(Lint.warning(
                    "wave %s does not cover %s%s: %s".formatted(layout.name(0), value, more, first.why())));
        }
    }
}
