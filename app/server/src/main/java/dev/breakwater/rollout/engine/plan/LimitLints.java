package dev.breakwater.rollout.engine.plan;

import dev.breakwater.rollout.engine.policy.Limit;
import java.util.List;
import java.util.Map;

/** Limits that leave nobody to move. */
final class LimitLints {

    private LimitLints() {}

    static void of(Layout layout, List<Lint> lint) {
        overall(layout, lint);
        usedUp(layout, lint);
        perDomain(layout, lint);
        rollback(layout, lint);
    }

    private static void overall(Layout layout, List<Lint> lint) {
        Limit limit = layout.policy().limits().maxUnavailable();
        if (limit != null && limit.of(layout.fleet()) == 0) {
            lint.add(Lint.error(
                    "maxUnavailable %s of %d hosts is none: no host could ever move".formatted(limit, layout.fleet())));
        }
    }

    /** A host that failed is away until it is well again: with as many of them as may be away, nobody else could move. */
    private static void usedUp(Layout layout, List<Lint> lint) {
        Limit limit = layout.policy().limits().maxUnavailable();
        int away = limit == null ? 0 : limit.of(layout.fleet());
        if (limit == null || away == 0) {
            return;
        }
        for (int wave = 0; wave < layout.waves().size(); wave++) {
            Limit maxFailed = layout.policy().waves().get(wave).budget().maxFailed();
            int failed = maxFailed.of(layout.hosts(wave));
            if (failed >= away && layout.hosts(wave) > failed) {
                lint.add(Lint.warning(
                        "wave %s may lose %s and go on, but maxUnavailable %s stops it at %s that stay down"
                                .formatted(layout.name(wave), hosts(failed), limit, hosts(away))));
            }
        }
    }

    private static String hosts(int count) {
        return count == 1 ? "1 host" : count + " hosts";
    }

    /** Names the largest domain, since it is the most that is lost. */
    private static void perDomain(Layout layout, List<Lint> lint) {
        Limit limit = layout.policy().limits().maxUnavailablePerDomain();
        if (limit == null) {
            return;
        }
        if (!layout.isSpread()) {
            lint.add(Lint.warning("maxUnavailablePerDomain without spreadBy counts all hosts as one failure domain"));
        }
        layout.movable().domains().entrySet().stream()
                .filter(domain -> limit.of(domain.getValue()) == 0)
                .max(Map.Entry.<List<String>, Integer>comparingByValue()
                        .thenComparing(domain -> Layout.title(domain.getKey())))
                .ifPresent(domain -> lint.add(
                        Lint.error("maxUnavailablePerDomain %s of %d hosts of %s is none: they could never move"
                                .formatted(limit, domain.getValue(), Layout.title(domain.getKey())))));
    }

    private static void rollback(Layout layout, List<Lint> lint) {
        Limit limit = layout.policy().rollback().maxUnavailable();
        if (limit != null && limit.of(layout.fleet()) == 0) {
            lint.add(Lint.warning("rollbackMaxUnavailable %s of %d hosts is none: a rollback would go host by host"
                    .formatted(limit, layout.fleet())));
        }
    }
}
