package dev.breakwater.rollout.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.Api;
import dev.breakwater.BreakwaterIT;
import dev.breakwater.FreePort;
import dev.breakwater.host.Fleet;
import dev.breakwater.rollout.Started;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A real Alertmanager that the test sends alerts to. */
@BreakwaterIT
class AlertmanagerIT {
    private static DebianProgram alertmanager;

    @LocalServerPort
    private int port;

    @Autowired
    private Started started;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        var config = Files.writeString(
                folder.resolve("alertmanager.yml"), "route: {receiver: none}\nreceivers: [{name: none}]\n");
        var own = FreePort.find();
        alertmanager = DebianProgram.start(
                "prometheus-alertmanager",
                own,
                folder,
                List.of(
                        "--config.file=" + config,
                        "--storage.path=" + folder.resolve("data"),
                        "--cluster.listen-address=",
                        "--web.listen-address=127.0.0.1:" + own));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (alertmanager != null) {
            alertmanager.stop();
        }
    }

    @Test
    void nobody_rolls_out_into_an_incident() throws Exception {
        var team = Fleet.unique("team");
        fire(team, "Checkout down", true);
        var rollout = started.with(port, gate(team, "PAUSE"));
        var waiting = Awaitility.await().until(rollout::waitingFor, it -> it.contains("1 alert fires"));
        assertThat(waiting).startsWith("the start's all-clear: gate ").endsWith("1 alert fires: Checkout down");
        assertThat(rollout.phase()).isEqualTo("SCHEDULED");

        fire(team, "Checkout down", false);
        rollout.playUntil("COMPLETED");
    }

    @Test
    void an_alert_that_begins_to_fire_pauses_a_wave_or_fails_it_as_the_gate_says() throws Exception {
        var team = Fleet.unique("team");
        var pausing = started.with(port, gate(team, "PAUSE"));
        pausing.await("ROLLING");
        var failing = started.with(port, gate(team, "FAIL"));
        failing.await("ROLLING");
        fire(team, "Disk full", true);
        pausing.await("PAUSED");
        assertThat(pausing.waitingFor()).contains("is INCONCLUSIVE: 1 alert fires: Disk full");
        failing.await("ROLLED_BACK");
        fire(team, "Disk full", false);
    }

    private String gate(String team, String onFiring) {
        var name = Fleet.unique("gate");
        var answer = Api.admin(port).post("/api/v1/gates", """
                {"name":"%s","type":"ALERTMANAGER","interval":"PT1S",
                 "config":{"url":"%s","filters":["team=\\"%s\\""],"onFiring":"%s"}}
                """.formatted(name, alertmanager.url(), team, onFiring));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return name;
    }

    private static void fire(String team, String name, boolean firing) throws Exception {
        var end = firing ? "" : ",\"endsAt\":\"2020-01-01T00:00:01Z\"";
        var status = alertmanager.post(
                "/api/v2/alerts",
                "[{\"labels\":{\"alertname\":\"%s\",\"team\":\"%s\"},\"startsAt\":\"2020-01-01T00:00:00Z\"%s}]"
                        .formatted(name, team, end));
        assertThat(status).isEqualTo(200);
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> alertmanager.get("/api/v2/alerts") == 200);
    }
}
