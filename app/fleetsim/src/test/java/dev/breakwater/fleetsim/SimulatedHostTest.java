package dev.breakwater.fleetsim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.fleetsim.Desired.Action;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SimulatedHostTest {
    private static final String OLD = "/nix/store/old";
    private static final String NEW = "/nix/store/new";

    private final FakeAgentApi server = new FakeAgentApi();

    @Test
    void reports_idle_while_nothing_is_asked_of_it() {
        host(Behaviour.HEALTHY).turn();
        assertThat(server.lastReport().phase()).isEqualTo(Phase.IDLE);
        assertThat(server.lastReport().machine().current()).isEqualTo(OLD);
    }

    @Test
    void comes_back_when_the_server_says() {
        assertThat(host(Behaviour.HEALTHY).turn()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void switches_only_after_a_granted_claim() {
        server.offer(7, Action.ACTIVATE, "r2", NEW);
        var host = host(Behaviour.HEALTHY);
        host.turn();
        assertThat(server.claims).isEmpty();
        host.turn();
        assertThat(server.claims).containsExactly(7L);
        assertThat(host.self().machine().current()).isEqualTo(OLD);
        host.turn();
        assertThat(host.self().machine().current()).isEqualTo(NEW);
        assertThat(server.lastReport().phase()).isEqualTo(Phase.ACTIVE);
        assertThat(server.lastReport().epoch()).isEqualTo(7);
    }

    @Test
    void waits_as_long_as_a_refused_claim_says_and_asks_again() {
        server.offer(7, Action.ACTIVATE, "r2", NEW);
        server.claimStatus = 429;
        var host = host(Behaviour.HEALTHY);
        host.turn();
        assertThat(host.turn()).isBetween(Duration.ofSeconds(7), Duration.ofSeconds(11));
        turns(host, 2);
        assertThat(server.claims).containsExactly(7L, 7L);
        assertThat(host.self().machine().current()).isEqualTo(OLD);
    }

    @Test
    void leaves_a_withdrawn_offer_alone() {
        server.offer(7, Action.ACTIVATE, "r2", NEW);
        server.claimStatus = 409;
        var host = host(Behaviour.HEALTHY);
        turns(host, 6);
        assertThat(server.claims).containsExactly(7L);
        assertThat(host.self().machine().current()).isEqualTo(OLD);
    }

    @Test
    void tells_of_a_failed_check_and_goes_back_when_told() {
        server.offer(7, Action.ACTIVATE, "r2", NEW);
        var host = host(Behaviour.FAILS_CHECK);
        turns(host, 3);
        assertThat(server.lastReport().well()).isFalse();
        server.offer(8, Action.ROLLBACK, "r1", OLD);
        turns(host, 3);
        assertThat(host.self().machine().current()).isEqualTo(OLD);
        assertThat(server.lastReport().well()).isTrue();
    }

    @Test
    void a_failed_switch_leaves_the_old_system_running() {
        server.offer(7, Action.ACTIVATE, "r2", NEW);
        var host = host(Behaviour.FAILS_SWITCH);
        turns(host, 5);
        assertThat(server.reports).anyMatch(report -> report.phase() == Phase.FAILED);
        assertThat(server.claims).hasSize(1);
        assertThat(host.self().machine().current()).isEqualTo(OLD);
    }

    @Test
    void a_liar_says_active_under_the_old_system() {
        server.offer(7, Action.ACTIVATE, "r2", NEW);
        var host = host(Behaviour.LIES);
        turns(host, 3);
        assertThat(server.lastReport().phase()).isEqualTo(Phase.ACTIVE);
        assertThat(server.lastReport().machine().current()).isEqualTo(OLD);
    }

    @Test
    void a_host_that_reverts_itself_says_so() {
        server.offer(7, Action.ACTIVATE, "r2", NEW);
        var host = host(Behaviour.SELF_REVERTS);
        turns(host, 4);
        assertThat(server.lastReport().phase()).isEqualTo(Phase.REVERTED);
        assertThat(host.self().machine().current()).isEqualTo(OLD);
    }

    @Test
    void a_silent_host_answers_no_offer() {
        server.offer(7, Action.ACTIVATE, "r2", NEW);
        assertThat(host(Behaviour.SILENT).turn()).isGreaterThan(Duration.ofMinutes(30));
        assertThat(server.reports).isEmpty();
        assertThat(server.claims).isEmpty();
    }

    @Test
    void a_flapping_host_is_well_in_every_other_report() {
        server.offer(7, Action.ACTIVATE, "r2", NEW);
        var host = host(Behaviour.FLAPS);
        turns(host, 6);
        assertThat(server.reports).extracting(AgentApi.Report::well).contains(true, false);
    }

    @Test
    void misbehaves_under_the_named_generation_only() {
        server.offer(7, Action.ACTIVATE, "r1", NEW);
        var host = host(Behaviour.FAILS_CHECK);
        turns(host, 3);
        assertThat(server.lastReport().well()).isTrue();
    }

    @Test
    void an_ostree_host_boots_into_its_new_commit() {
        var identity = new Identity("edge", Platform.OSTREE, Map.of(), 1);
        var machine = Machine.running("old", new Random(1));
        var host =
                new SimulatedHost(server, server.enroll("", identity, machine), temperament(Behaviour.HEALTHY), false);
        server.offer(7, Action.ACTIVATE, "r2", "new");
        turns(host, 3);
        assertThat(host.self().machine().booted()).isEqualTo("new");
        assertThat(host.self().machine().bootId()).isNotEqualTo(machine.bootId());
    }

    private SimulatedHost host(Behaviour behaviour) {
        var identity = new Identity("web-1", Platform.NIXOS, Map.of(), 1);
        var enrolled = server.enroll("", identity, Machine.running(OLD, new Random(1)));
        return new SimulatedHost(server, enrolled, temperament(behaviour), false);
    }

    private static Temperament temperament(Behaviour behaviour) {
        return Temperament.healthy(Duration.ofSeconds(2)).on("r2", behaviour);
    }

    private static void turns(SimulatedHost host, int count) {
        for (var turn = 0; turn < count; turn++) {
            host.turn();
        }
    }
}
