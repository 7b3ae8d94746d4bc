package dev.breakwater.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The packaged agent on OSTree hosts with real OSTree, against the real server; a boot is a chroot into the default deployment. */
@ExtendWith(Breakwater.class)
class OstreeHostsIT {
    private static final List<String> HOSTS = List.of("edge-1", "edge-2", "edge-3");
    private static final String WAVES = """
            {"name": "canary", "size": "selector: tier=canary", "soak": "PT1S", "maxFailed": "0", "deadline": "PT4M"},
            {"name": "rest", "size": "rest", "soak": "PT1S", "maxFailed": "0", "deadline": "PT4M"}""";

    @TempDir
    private static Path folder;

    private static OstreeWorld world;
    private static ControlPlane plane;

    @BeforeAll
    static void a_fleet_runs(ControlPlane server, PackagedAgent agent) throws IOException, InterruptedException {
        plane = server;
        world = OstreeWorld.of(
                folder, agent, List.of("first good ok", "second good ok", "sick good sick", "unsigned unsigned ok"));
        var token = plane.enrollmentToken("{\"world\": \"ostree\"}");
        for (var name : HOSTS) {
            world.start(name, plane.url(), token, "tier=" + (name.equals("edge-1") ? "canary" : "crowd"));
        }
        HOSTS.forEach(name -> plane.awaitHost(name, OstreeHostsIT::hasLastGood));
    }

    @AfterAll
    static void the_fleet_is_gone() throws IOException {
        if (world != null) {
            world.close();
        }
    }

    @Test
    void a_canary_rollout_boots_every_host_into_the_commit() {
        assertThat(roll("second").end()).isEqualTo("COMPLETED");
        assertThat(HOSTS).allSatisfy(name -> assertThat(world.booted(name)).isEqualTo(world.commit("second")));
    }

    @Test
    void a_bad_commit_is_rolled_back_over_another_boot_and_touches_no_other_host() throws IOException {
        var before = world.booted("edge-1");
        var others = world.booted("edge-2");
        var rollout = roll("sick");

        assertThat(rollout.end()).isEqualTo("ROLLED_BACK");
        assertThat(world.booted("edge-1")).isEqualTo(before);
        assertThat(world.status("edge-1")).startsWith("  world " + before).contains(world.commit("sick"));
        assertThat(world.booted("edge-2")).isEqualTo(others);
        assertThat(world.status("edge-2")).doesNotContain(world.commit("sick"));
    }

    @Test
    void an_unsigned_commit_is_refused_by_the_hosts_own_keys() throws IOException {
        var before = world.booted("edge-1");
        var rollout = roll("unsigned");

        assertThat(rollout.end()).isEqualTo("ROLLED_BACK");
        assertThat(rollout.host("edge-1").path("reason").asString()).contains("no signatures found");
        assertThat(world.booted("edge-1")).isEqualTo(before);
    }

    private static boolean hasLastGood(JsonNode host) {
        return host.path("lastGood").hasNonNull("ref");
    }

    private static RunningRollout roll(String label) {
        var artifact = "{\"ref\": \"" + world.commit(label) + "\"}";
        return plane.roll(plane.generation("ostree " + label, "ostree", List.of(artifact)), "world=ostree", WAVES);
    }
}
