package dev.breakwater.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The packaged agent on NixOS hosts with real Nix, against the real server. Where a host is, its own links say. */
@ExtendWith(Breakwater.class)
class NixHostsIT {
    private static final int FLEET = 6;
    private static final String ONE_WAVE = """
            {"name": "only", "size": "1", "soak": "PT1S", "maxFailed": "0", "deadline": "PT4M"}""";
    private static final String CANARY_THEN_REST = """
            {"name": "canary", "size": "selector: tier=canary", "soak": "PT1S", "maxFailed": "0", "deadline": "PT4M"},
            {"name": "rest", "size": "rest", "soak": "PT1S", "maxFailed": "0", "deadline": "PT4M"}""";

    @TempDir
    private static Path folder;

    private static NixWorld world;
    private static ControlPlane plane;
    private static Relay relay;
    private static List<NixHost> fleet;
    private NixHost single;

    @BeforeAll
    static void a_fleet_runs(ControlPlane server, PackagedAgent agent) throws IOException, InterruptedException {
        plane = server;
        relay = Relay.to(plane.port());
        world = NixWorld.of(folder, agent, systems(agent));
        fleet = new ArrayList<>();
        for (var name : fleetNames()) {
            fleet.add(enrolled(name, "fleet=main,tier=" + (isCanary(name) ? "canary" : "crowd")));
        }
    }

    private static List<String> systems(PackagedAgent agent) {
        var systems = new ArrayList<String>();
        for (var host : fleetNames()) {
            systems.add(host + " first");
            systems.add(host + " second");
            systems.add(host + " third health = \"" + (isCanary(host) ? "ok" : "sick") + "\";");
        }
        for (var host : List.of("unsigned", "failing", "killed", "cutoff", "split")) {
            systems.add(host + " first");
            systems.add(host + " second");
        }
        systems.add("updating first");
        systems.add("updating second agent = \"" + agent.home() + "\";");
        systems.add("unsigned unsigned");
        systems.add("failing failing exit = \"4\";");
        return systems;
    }

    private static List<String> fleetNames() {
        return IntStream.rangeClosed(1, FLEET)
                .mapToObj(number -> "web-" + number)
                .toList();
    }

    private static boolean isCanary(String host) {
        return host.equals("web-1") || host.equals("web-2");
    }

    @AfterAll
    static void the_fleet_is_gone() throws IOException {
        if (world != null) {
            world.close();
        }
        if (relay != null) {
            relay.close();
        }
    }

    @AfterEach
    void the_single_host_is_gone() {
        if (single != null) {
            single.cutPower();
        }
    }

    @Test
    void a_canary_rollout_moves_every_host_to_its_own_closure() {
        awaitLastGood(fleet);
        var rollout = roll("second", "fleet=main", CANARY_THEN_REST, fleetNames());

        assertThat(rollout.end()).isEqualTo("COMPLETED");
        assertThat(fleet).allSatisfy(host -> {
            assertThat(host.current()).isEqualTo(world.path(host.name(), "second"));
            assertThat(host.profile()).isEqualTo(world.path(host.name(), "second"));
        });
    }

    @Test
    void a_second_wave_that_fails_its_checks_takes_every_touched_host_back_to_its_previous_path() {
        awaitLastGood(fleet);
        var before = fleet.stream().collect(Collectors.toMap(NixHost::name, NixHost::current));
        var rollout = roll("third", "fleet=main", CANARY_THEN_REST, fleetNames());

        assertThat(rollout.end()).isEqualTo("ROLLED_BACK");
        assertThat(fleet)
                .filteredOn(host -> isCanary(host.name()))
                .allSatisfy(host ->
                        assertThat(host.has(world.path(host.name(), "third"))).isTrue());
        assertThat(fleet).allSatisfy(host -> {
            assertThat(host.current()).isEqualTo(before.get(host.name()));
            assertThat(host.profile()).isEqualTo(before.get(host.name()));
            assertThat(host.bootDefault()).isEqualTo(before.get(host.name()));
        });
    }

    @Test
    void an_unsigned_path_is_refused_and_reported_as_a_failure() throws IOException {
        single = enrolled("unsigned", "single=unsigned");
        awaitLastGood(List.of(single));
        var rollout = roll("unsigned", "single=unsigned", ONE_WAVE, List.of("unsigned"));

        assertThat(rollout.end()).isEqualTo("ROLLED_BACK");
        assertThat(single.has(world.path("unsigned", "unsigned"))).isFalse();
        assertThat(single.current()).isEqualTo(world.path("unsigned", "first"));
        assertThat(rollout.host("unsigned").path("reason").asString()).contains("is not signed by any of the keys");
    }

    @Test
    void a_switch_that_exits_4_is_undone_on_the_host_and_reported() throws IOException {
        single = enrolled("failing", "single=failing");
        awaitLastGood(List.of(single));
        var rollout = roll("failing", "single=failing", ONE_WAVE, List.of("failing"));

        assertThat(rollout.end()).isEqualTo("ROLLED_BACK");
        assertThat(single.current()).isEqualTo(world.path("failing", "first"));
        assertThat(single.profile()).isEqualTo(world.path("failing", "first"));
        assertThat(single.bootDefault()).isEqualTo(world.path("failing", "first"));
        assertThat(rollout.host("failing").path("reason").asString()).contains("exit 4", "demo.service");
    }

    @Test
    void a_host_killed_between_setting_the_profile_and_switching_reconciles_and_goes_on() throws IOException {
        single = enrolled("killed", "single=killed");
        awaitLastGood(List.of(single));
        single.holdSwitches();
        var rollout = roll("second", "single=killed", ONE_WAVE, List.of("killed"));
        single.awaitHeldSwitch();
        assertThat(single.profile()).isEqualTo(world.path("killed", "second"));
        assertThat(single.current()).isEqualTo(world.path("killed", "first"));

        single.cutPower();
        single.releaseSwitches();
        single.start();

        assertThat(rollout.end()).isEqualTo("COMPLETED");
        assertThat(single.current()).isEqualTo(world.path("killed", "second"));
        assertThat(single.profile()).isEqualTo(world.path("killed", "second"));
        assertThat(single.log()).contains("INTERRUPTED the switch was interrupted");
    }

    @Test
    void a_host_cut_off_after_its_switch_goes_back_by_itself_at_its_local_deadline() throws IOException {
        single = enrolled("cutoff", "single=cutoff");
        awaitLastGood(List.of(single));
        single.holdSwitches();
        var rollout = roll("second", "single=cutoff", ONE_WAVE.replace("PT4M", "PT20S"), List.of("cutoff"));
        single.awaitHeldSwitch();
        relay.cut();
        single.releaseSwitches();

        awaitCurrent(single, world.path("cutoff", "second"));
        awaitCurrent(single, world.path("cutoff", "first"));
        assertThat(single.profile()).isEqualTo(world.path("cutoff", "first"));
        relay.mend();
        assertThat(rollout.end()).isEqualTo("ROLLED_BACK");
        assertThat(single.current()).isEqualTo(world.path("cutoff", "first"));
    }

    @Test
    void a_generation_that_brings_another_agent_is_carried_on_by_it() throws IOException {
        single = enrolled("updating", "single=updating");
        awaitLastGood(List.of(single));
        var rollout = roll("second", "single=updating", ONE_WAVE, List.of("updating"));

        assertThat(rollout.end()).isEqualTo("COMPLETED");
        assertThat(single.log())
                .contains("replaced by " + world.path("updating", "second") + "/sw/agent/breakwater-agent");
    }

    @Test
    void a_poller_without_privileges_moves_its_host_through_the_request_that_root_checks() throws IOException {
        Tools.requireRoot();
        single =
                world.withUnprivilegedPoller(installed("split", "single=split")).start();
        awaitLastGood(List.of(single));
        var rollout = roll("second", "single=split", ONE_WAVE, List.of("split"));

        assertThat(rollout.end()).isEqualTo("COMPLETED");
        assertThat(single.current()).isEqualTo(world.path("split", "second"));
        assertThat(single.ownerAndMode("poller/credential")).isEqualTo("nobody rw-------");
        assertThat(single.ownerAndMode("applier/outcome.json")).startsWith("root ");
    }

    private static NixHost enrolled(String name, String labels) throws IOException {
        return installed(name, labels).start();
    }

    private static NixHost installed(String name, String labels) throws IOException {
        var server = name.equals("cutoff") ? relay.url() : plane.url();
        return world.host(name, server, plane.enrollmentToken("{\"world\": \"nix\"}"), labels);
    }

    private static void awaitLastGood(List<NixHost> hosts) {
        hosts.forEach(host ->
                plane.awaitHost(host.name(), seen -> seen.path("lastGood").hasNonNull("ref")));
    }

    private static void awaitCurrent(NixHost host, String path) {
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(100))
                .until(host::current, path::equals);
    }

    private static RunningRollout roll(String label, String selector, String waves, List<String> hosts) {
        var artifacts = hosts.stream().map(host -> world.artifact(host, label)).toList();
        return plane.roll(plane.generation(selector + " " + label, "nixos", artifacts), selector, waves);
    }
}
