package dev.breakwater.rollout.engine.plan;

import dev.breakwater.rollout.engine.policy.Limit;
import java.util.List;

/** Waves that cannot pass, that prove little, or that nothing was proved before. */
final class WaveLints {

    /** So many healthy hosts see a defect of one in ten with 95 %: in a fleet with fewer, no canary could. */
    private static final int FLEET_THAT_AFFORDS_EVIDENCE = 30;

    private static final double DEFECT = 0.1;
    private static final double BLIND = 0.5;

    private WaveLints() {}

    static void of(Layout layout, int wave, List<Lint> lint) {
        if (layout.hosts(wave) == 0) {
            lint.add(Lint.error("wave " + layout.name(wave) + " is empty"));
            return;
        }
        demanding(layout, wave, lint);
        silent(layout, wave, lint);
        hasty(layout, wave, lint);
    }

    private static void demanding(Layout layout, int wave, List<Lint> lint) {
        Limit minSettled = layout.policy().waves().get(wave).budget().minSettled();
        int hosts = layout.hosts(wave);
        if (minSettled != null && minSettled.of(hosts) > hosts) {
            lint.add(Lint.error(
                    "wave %s needs %s hosts to settle and has %d".formatted(layout.name(wave), minSettled, hosts)));
        }
    }

    /** They are deferred when the wave opens, so that it is judged by the others alone. */
    private static void silent(Layout layout, int wave, List<Lint> lint) {
        int silent = layout.waves().get(wave).silent();
        if (silent == 0) {
            return;
        }
        int hosts = layout.hosts(wave);
        String figures = silent == hosts
                ? "no host of wave %s has been heard of late: it would wait for a person".formatted(layout.name(wave))
                : "%d of %d hosts of wave %s (%d %%) have not been heard of late and would be left for later"
                        .formatted(silent, hosts, layout.name(wave), Lints.percent(silent, hosts));
        lint.add(Lint.warning(figures));
    }

    private static void hasty(Layout layout, int wave, List<Lint> lint) {
        if (layout.hosts(wave) * 2L <= layout.fleet()) {
            return;
        }
        if (wave == 0) {
            if (layout.fleet() > 1) {
                lint.add(Lint.warning("wave %s comes first and has over half of the hosts: no canary goes before them"
                        .formatted(layout.name(wave))));
            }
            return;
        }
        boolean soaked = !layout.policy().soakOf(wave - 1).isZero();
        boolean approved = layout.policy().waves().get(wave - 1).clearance().approval();
        if (!soaked && !approved) {
            lint.add(Lint.warning(
                    "wave %s has over half of the hosts, and wave %s before it neither soaks nor is approved"
                            .formatted(layout.name(wave), layout.name(wave - 1))));
        }
    }

    static void lastWave(Layout layout, List<Lint> lint) {
        int last = layout.waves().size() - 1;
        if (layout.hosts(last) * 2L > layout.fleet()
                && layout.policy().soakOf(last).isZero()) {
            lint.add(Lint.warning("wave %s has over half of the hosts and no soak".formatted(layout.name(last))));
        }
    }

    static void canary(Layout layout, List<Lint> lint) {
        int hosts = layout.hosts(0);
        double missed = Math.pow(1 - DEFECT, hosts);
        if (hosts > 0 && missed > BLIND && layout.fleet() >= FLEET_THAT_AFFORDS_EVIDENCE) {
            lint.add(
                    Lint.warning("%d healthy %s of wave %s would miss a defect that hits 1 host in 10 in %d %% of cases"
                            .formatted(
                                    hosts, hosts == 1 ? "host" : "hosts", layout.name(0), Math.round(missed * 100))));
        }
    }
}
