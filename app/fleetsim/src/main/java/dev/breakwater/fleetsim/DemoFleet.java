package dev.breakwater.fleetsim;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** The cast of the demonstration: who the hosts are and how they take each generation. The same for the same number of hosts. */
final class DemoFleet {
    static final String SELECTOR = "fleet=demo,os=nixos";
    static final String EDGE_SELECTOR = "fleet=demo,os=ostree";
    static final String BASE = "2026.10.0";
    static final String GOOD = "2026.11.1";
    static final String BAD = "2026.11.2";
    static final String EDGE_BASE = "edge-41.1";
    static final String EDGE_NEXT = "edge-41.2";

    private static final List<String> SITES = List.of("ams", "fra", "iad");
    private static final List<String> ROLES = List.of("web", "api", "db", "web", "web");

    private DemoFleet() {}

    static List<Identity> identities(int hosts) {
        return IntStream.range(0, hosts).mapToObj(DemoFleet::identity).toList();
    }

    static Machine firstSystem(Identity identity) {
        var base = identity.platform() == Platform.NIXOS ? BASE : EDGE_BASE;
        return Machine.running(identity.platform().ref(identity.name(), base), new Random(identity.seed()));
    }

    /** The databases cannot take the bad generation, and only production has databases; a few hosts drift, as in life. */
    static Temperament temperament(Identity identity, Duration activation) {
        var healthy = Temperament.healthy(activation);
        var temperament = isDatabase(identity) ? healthy.on(BAD, Behaviour.FAILS_CHECK) : healthy;
        return switch ((int) (identity.seed() % 67)) {
            case 31 -> temperament.drifting("FAILED_UNITS");
            case 43 -> temperament.drifting("LOCAL_CHANGES");
            default -> temperament;
        };
    }

    static List<String> names(List<Identity> identities, Platform platform) {
        return identities.stream()
                .filter(identity -> identity.platform() == platform)
                .map(Identity::name)
                .toList();
    }

    private static boolean isDatabase(Identity identity) {
        return "db".equals(identity.labels().get("role"));
    }

    /** Of every twenty hosts one runs OSTree at the edge and two NixOS in staging. */
    private static Identity identity(int index) {
        var site = SITES.get(index % SITES.size());
        if (index % 20 == 19) {
            return host("edge", site, index, Platform.OSTREE, "prod");
        }
        var staging = index % 10 == 0;
        return host(
                staging ? "web" : ROLES.get(index % ROLES.size()),
                site,
                index,
                Platform.NIXOS,
                staging ? "staging" : "prod");
    }

    private static Identity host(String role, String site, int index, Platform platform, String env) {
        var labels = Map.of("fleet", "demo", "os", platform.word(), "site", site, "role", role, "env", env);
        return new Identity("%s-%s-%03d".formatted(role, site, index), platform, labels, index);
    }
}
