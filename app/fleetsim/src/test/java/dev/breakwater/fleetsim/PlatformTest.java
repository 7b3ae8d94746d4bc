package dev.breakwater.fleetsim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlatformTest {
    @Test
    void each_nixos_host_has_its_own_closure_of_a_generation() {
        assertThat(Platform.NIXOS.ref("web-1", "r1"))
                .matches("/nix/store/[0-9a-df-np-sv-z]{32}-nixos-system-web-1-r1")
                .isNotEqualTo(Platform.NIXOS.ref("web-2", "r1"))
                .isNotEqualTo(Platform.NIXOS.ref("web-1", "r2"));
    }

    @Test
    void one_ostree_commit_serves_all_hosts() {
        assertThat(Platform.OSTREE.ref("edge-1", "r1"))
                .matches("[0-9a-f]{64}")
                .isEqualTo(Platform.OSTREE.ref("edge-2", "r1"))
                .isNotEqualTo(Platform.OSTREE.ref("edge-1", "r2"));
    }
}
