package dev.breakwater.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.Api;
import dev.breakwater.BreakwaterIT;
import dev.breakwater.host.DriftKind;
import dev.breakwater.host.Fleet;
import dev.breakwater.host.HostId;
import dev.breakwater.host.HostReport.Drift;
import dev.breakwater.host.HostReport.Phase;
import dev.breakwater.host.Hosts;
import dev.breakwater.web.Limit;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Each rollout here lives in a transaction that never commits, so that the engine does not find it. */
@BreakwaterIT
class DriftInRolloutIT {
    @LocalServerPort
    private int port;

    @Autowired
    private Fleet fleet;

    @Autowired
    private Hosts hosts;

    @Autowired
    private DriftReport report;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private Clock clock;

    private String run;
    private HostId host;
    private String next;
    private String before;

    @BeforeEach
    void begin() {
        run = Fleet.unique("run");
        next = Fleet.storePath(run + "next");
        before = Fleet.storePath(run + "before");
        host = fleet.host(run, Map.of("run", run));
        hosts.desires(host, before, null, null, clock.instant());
        fleet.report(host, Phase.IDLE, before);
    }

    @Test
    void a_host_in_a_running_rollout_has_not_drifted_for_being_behind() {
        var states = within("ROLLING", () -> {
            fleet.report(host, Phase.STAGED, before);
            return List.of(state(), kinds());
        });
        assertThat(states).isEqualTo(List.of("UPDATING", List.of()));
    }

    @Test
    void what_else_its_agent_reports_is_drift_also_then() {
        var kinds = within("ROLLING", () -> {
            fleet.report(host, Phase.STAGED, before, new Drift(DriftKind.LOCAL_CHANGES, "/usr"));
            return kinds();
        });
        assertThat(kinds).isEqualTo(List.of("LOCAL_CHANGES"));
    }

    @Test
    void a_host_that_falls_back_by_itself_in_a_rollout_has_drifted() {
        var kinds = within("ROLLING", () -> {
            fleet.report(host, Phase.REVERTED, before);
            return kinds();
        });
        assertThat(kinds).isEqualTo(List.of("SELF_REVERTED"));
    }

    @Test
    void a_host_left_behind_by_a_rollout_that_is_over_has_drifted() {
        var states = within("COMPLETED", () -> {
            fleet.report(host, Phase.IDLE, before);
            return List.of(state(), kinds());
        });
        assertThat(states).isEqualTo(List.of("DRIFTED", List.of("NOT_DESIRED", "UNKNOWN_REF")));
    }

    private Object within(String phase, Supplier<Object> look) {
        var registered = Api.admin(port)
                .post(
                        "/api/v1/generations",
                        "{\"name\":\"%s\",\"platform\":\"nixos\",\"artifacts\":[{\"ref\":\"%s\"}]}"
                                .formatted(run, next));
        var generation = UUID.fromString(registered.json().at("/id").asString());
        return transactions.execute(status -> {
            status.setRollbackOnly();
            jdbc.sql("""
                            with rollout as (
                                insert into rollouts (id, name, generation_id, selector, spec, phase, plan_seed, created_at, created_by)
                                values (:id, 'r', :generation, '', '{}', :phase, 0, now(), 'test')),
                            wave as (
                                insert into waves (rollout_id, ordinal, name, policy, directive, epoch, directed_at, opened_at)
                                values (:id, 0, 'canary', '{}', 'OFFER', 7, now(), now()))
                            insert into rollout_hosts (rollout_id, host_id, wave, active, to_ref) values (:id, :host, 0, true, :ref)""")
                    .param("id", UUID.randomUUID())
                    .param("generation", generation)
                    .param("phase", phase)
                    .param("host", host.value())
                    .param("ref", next)
                    .update();
            return look.get();
        });
    }

    private List<String> kinds() {
        return report.list(DriftQuery.parse("run=" + run, null, null), DriftReport.Place.START, new Limit(100)).stream()
                .map(drift -> drift.kind().name())
                .toList();
    }

    private String state() {
        return jdbc.sql("select state from host_overview(now(), interval '5 minutes') where host_id = :host")
                .param("host", host.value())
                .query(String.class)
                .single();
    }
}
