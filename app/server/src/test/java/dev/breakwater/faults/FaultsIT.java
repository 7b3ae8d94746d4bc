package dev.breakwater.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.breakwater.DebianPostgres;
import dev.breakwater.FleetProcess;
import dev.breakwater.rollout.store.Violations;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A rollout in full flight on three replicas, and what can happen to them and to their database. Each time the rollout goes on and ends
 * well, no invariant is broken, and no report is lost that was acknowledged.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsIT {
    private static final Logger log = LoggerFactory.getLogger(FaultsIT.class);
    private static final int HOSTS = 12;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** How long a fault lasts at least; {@code app/fleetsim/bench/faults} takes longer. */
    private static final Duration LASTS = Duration.ofSeconds(Integer.getInteger("breakwater.faults.seconds", 1));

    @TempDir
    static Path folder;

    private Replicas replicas;
    private Witnesses witnesses;
    private FleetProcess fleet;

    @FunctionalInterface
    private interface Step {
        void run() throws IOException, InterruptedException;
    }

    @BeforeAll
    void three_replicas_serve_one_fleet() throws IOException {
        replicas = Replicas.start(folder);
        witnesses = Witnesses.start(replicas.apis());
        fleet = FleetProcess.start(replicas.urls(), new FleetProcess.Cast("faults", HOSTS, "bad"), folder);
        waiting("the fleet is known").until(() -> count("""
                select count(*) from host_status s join hosts h on h.id = s.host_id
                where h.labels ->> 'fleet' = 'faults' and s.last_good_ref is not null""") == HOSTS);
    }

    @AfterAll
    void end() throws IOException {
        if (fleet != null) {
            fleet.close();
        }
        if (witnesses != null) {
            witnesses.close();
        }
        if (replicas != null) {
            replicas.close();
        }
    }

    @Test
    void a_replica_is_killed_and_comes_back() throws IOException, InterruptedException {
        var server = replicas.first().server();
        during("killed replica", '1', server::kill, server::start);
    }

    @Test
    void a_replica_is_frozen_and_wakes_up() throws IOException, InterruptedException {
        var server = replicas.second().server();
        during("frozen replica", '2', server::freeze, server::thaw);
    }

    @Test
    void a_replica_is_cut_off_from_the_database() throws IOException, InterruptedException {
        var replica = replicas.third();
        during("partitioned replica", '3', replica::cut, replica::mend);
    }

    @Test
    void a_replicas_clock_is_set_an_hour_ahead() throws IOException, InterruptedException {
        var machine = replicas.second().machine();
        during("clock an hour ahead", '4', () -> setClock("+1h", 3600), () -> machine.set("+0"));
    }

    @Test
    void a_replicas_clock_is_set_an_hour_back() throws IOException, InterruptedException {
        var machine = replicas.second().machine();
        during("clock an hour back", '5', () -> setClock("-1h", -3600), () -> machine.set("+0"));
    }

    @Test
    void the_database_dies_and_recovers() throws IOException, InterruptedException {
        var database = replicas.database();
        during("killed PostgreSQL", '6', () -> restart(database), () -> {});
    }

    @Test
    void the_database_is_lost_and_its_standby_takes_over() throws IOException, InterruptedException {
        var standby = replicas.standby();
        during("failover to the standby", '7', () -> replicas.failOver(standby), () -> {});
    }

    private static void restart(DebianPostgres database) {
        database.crash();
        database.start();
    }

    /** The rollout has to go on once the fault has begun. */
    private void during(String fault, char digit, Step begin, Step end) throws IOException, InterruptedException {
        var rollout = start(fault, digit);
        waiting("the second wave is open")
                .until(() ->
                        count("select count(*) from waves where rollout_id = '%s' and ordinal = 1 and state = 'OPEN'"
                                        .formatted(rollout))
                                == 1);
        var before = settled(rollout);
        begin.run();
        var since = System.nanoTime();
        waiting("it goes on").until(() -> settled(rollout) > before);
        var took = Duration.ofNanos(System.nanoTime() - since);
        waiting("the fault has lasted").until(() -> System.nanoTime() - since > LASTS.toNanos());
        end.run();
        awaitEnd(rollout);
        verify(fault, took);
    }

    private void awaitEnd(String rollout) {
        waiting("it ends well").until(() -> phase(rollout).equals("COMPLETED"));
        assertThat(settled(rollout)).isEqualTo(HOSTS);
        waiting("all replicas answer")
                .until(() -> replicas.apis().stream()
                        .allMatch(api -> api.get("/actuator/health/readiness").status() == 200));
    }

    private void verify(String fault, Duration took) {
        var lost = witnesses.lost(replicas.sql());
        var violations = Violations.in(replicas.sql(), Instant.now());
        log.info(
                "fault: {}: went on after {} ms; {} reports acknowledged, {} lost; {} invariants broken",
                fault,
                took.toMillis(),
                witnesses.acknowledged(),
                lost.size(),
                violations.size());
        assertThat(lost).isEmpty();
        assertThat(violations).isEqualTo(Map.of());
        assertThat(replicas.first()
                        .server()
                        .api()
                        .get("/api/v1/audit/verify")
                        .json()
                        .path("valid")
                        .asBoolean())
                .isTrue();
    }

    private void setClock(String offset, int seconds) throws IOException {
        replicas.second().machine().set(offset);
        var api = replicas.second().server().api();
        waiting("it notices")
                .until(() -> api.get("/actuator/prometheus")
                        .body()
                        .lines()
                        .filter(line -> line.startsWith("breakwater_clock_offset_seconds"))
                        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                        .anyMatch(off -> Math.abs(off - seconds) < 60));
    }

    private String start(String name, char digit) {
        var api = replicas.third().server().api();
        var generation = api.post("/api/v1/generations", """
                {"name": "%s", "platform": "nixos", "artifacts": [{"ref": "/nix/store/%s-nixos-system-fault"}]}
                """.formatted(
                        name.replace(' ', '-'), String.valueOf(digit).repeat(32)));
        assertThat(generation.status()).as(generation.body()).isEqualTo(201);
        var rollout = api.post("/api/v1/rollouts", """
                {"name": "%s", "generationId": "%s", "selector": "fleet=faults", "minHealthy": 1, "finalSoak": "PT0S",
                 "waves": [{"name": "canary", "size": "4", "soak": "PT1S", "maxFailed": "0", "deadline": "PT2M"},
                           {"name": "rest", "size": "rest", "soak": "PT1S", "maxFailed": "0", "deadline": "PT2M"}]}
                """.formatted(
                        name, generation.json().path("id").asString()));
        assertThat(rollout.status()).as(rollout.body()).isEqualTo(201);
        var id = rollout.json().path("id").asString();
        var started = api.post("/api/v1/rollouts/%s/start".formatted(id), "{\"reason\": \"fault test\"}");
        assertThat(started.status()).as(started.body()).isEqualTo(200);
        return id;
    }

    private int settled(String rollout) {
        return count(
                "select count(*) from rollout_hosts where rollout_id = '%s' and state = 'SETTLED'".formatted(rollout));
    }

    private String phase(String rollout) {
        return replicas.sql()
                .sql("select phase from rollouts where id = '%s'".formatted(rollout))
                .query(String.class)
                .single();
    }

    private int count(String query) {
        return replicas.sql().sql(query).query(Integer.class).single();
    }

    private static ConditionFactory waiting(String what) {
        return await(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).ignoreExceptions();
    }
}
