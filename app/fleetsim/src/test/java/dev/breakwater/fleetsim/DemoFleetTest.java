package dev.breakwater.fleetsim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoFleetTest {
    @Test
    void has_two_hundred_hosts_of_different_names_and_machines() {
        var fleet = DemoFleet.identities(200);
        assertThat(fleet.stream().map(Identity::name).collect(Collectors.toSet()))
                .hasSize(200);
        assertThat(fleet.stream().map(Identity::machineId).collect(Collectors.toSet()))
                .hasSize(200);
    }

    @Test
    void is_the_same_fleet_after_a_restart() {
        assertThat(DemoFleet.identities(40)).isEqualTo(DemoFleet.identities(40));
    }

    @Test
    void only_production_databases_fail_the_bad_generation() {
        assertThat(DemoFleet.identities(200))
                .filteredOn(identity -> behaviour(identity) == Behaviour.FAILS_CHECK)
                .hasSizeGreaterThan(10)
                .allMatch(identity -> identity.labels().get("role").equals("db"))
                .allMatch(identity -> identity.labels().get("env").equals("prod"));
    }

    @Test
    void runs_nixos_with_some_ostree_at_the_edge() {
        var fleet = DemoFleet.identities(200);
        assertThat(DemoFleet.names(fleet, Platform.NIXOS)).hasSize(190);
        assertThat(DemoFleet.names(fleet, Platform.OSTREE)).hasSize(10).allMatch(name -> name.startsWith("edge-"));
    }

    private static Behaviour behaviour(Identity identity) {
        return DemoFleet.temperament(identity, Duration.ofSeconds(1)).behaviour();
    }
}
