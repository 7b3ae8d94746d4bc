package dev.breakwater.rollout.gate;

import static dev.breakwater.rollout.engine.GateVerdict.ERROR;
import static dev.breakwater.rollout.engine.GateVerdict.FAIL;
import static dev.breakwater.rollout.engine.GateVerdict.INCONCLUSIVE;
import static dev.breakwater.rollout.engine.GateVerdict.NO_DATA;
import static dev.breakwater.rollout.engine.GateVerdict.PASS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.breakwater.BreakwaterIT;
import dev.breakwater.FreePort;
import dev.breakwater.rollout.engine.GateVerdict;
import dev.breakwater.rollout.gate.Definition.Patience;
import dev.breakwater.rollout.gate.Question.Subject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** A real Prometheus that scrapes what this test exposes: two hosts, one metric with a value each, one without a value. */
@BreakwaterIT
class PrometheusIT {
    private static final String METRICS = """
            # TYPE breakage gauge
            breakage{host="web.01"} 0.25
            breakage{host="webx01"} 0.75
            requests{host="web.01"} 40
            requests{host="webx01"} 70
            undefined_ratio NaN
            """;

    private static HttpServer exporter;
    private static DebianProgram prometheus;

    @Autowired
    private PrometheusProvider provider;

    @Autowired
    private Clock clock;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        exporter = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        exporter.createContext("/metrics", exchange -> {
            var bytes = METRICS.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/plain; version=0.0.4");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        exporter.start();
        var config = Files.writeString(folder.resolve("prometheus.yml"), """
                global: {scrape_interval: 1s}
                scrape_configs: [{job_name: test, static_configs: [{targets: ['127.0.0.1:%d']}]}]
                """.formatted(
                        exporter.getAddress().getPort()));
        var port = FreePort.find();
        prometheus = DebianProgram.start(
                "prometheus",
                port,
                folder,
                List.of(
                        "--config.file=" + config,
                        "--storage.tsdb.path=" + folder.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (prometheus != null) {
            prometheus.stop();
        }
        exporter.stop(0);
    }

    @Test
    void a_value_is_judged_and_kept_with_its_query_and_a_link() {
        var finding = awaitValue("max(breakage)", "< 0.5", "> 0.7");
        assertThat(finding.verdict()).isEqualTo(FAIL);
        assertThat(finding.why()).isEqualTo("0.75 is > 0.7");
        assertThat(finding.proof().value()).isEqualTo(0.75);
        assertThat(finding.proof().query()).isEqualTo("max(breakage)");
        assertThat(finding.proof().link()).startsWith(prometheus.url() + "/graph?");
        assertThat(finding.proof().raw()).contains("\"vector\"");
        assertThat(ask("max(breakage)", "< 1", null).verdict()).isEqualTo(PASS);
        assertThat(ask("max(breakage)", "< 0.5", "> 0.8").verdict()).isEqualTo(INCONCLUSIVE);
    }

    @Test
    void variables_choose_the_series() {
        awaitValue("max(breakage)", "< 1", null);
        assertThat(ask("count(breakage{host=~\"" + QueryTemplate.alternatives(List.of("web.01")) + "\"})", "== 1", null)
                        .verdict())
                .isEqualTo(PASS);
        assertThat(ask("count_over_time(breakage{host=\"web.01\"}[$since])", "> 0", null)
                        .verdict())
                .isEqualTo(PASS);
        assertThat(ask("vector(1) unless on() breakage{host=\"$wave\"}", "== 1", null)
                        .verdict())
                .isEqualTo(PASS);
    }

    @Test
    void nothing_found_and_not_a_number_are_no_data() {
        awaitValue("max(breakage)", "< 1", null);
        assertThat(ask("no_such_metric", "< 1", null).verdict()).isEqualTo(NO_DATA);
        assertThat(ask("undefined_ratio", "< 1", null).verdict()).isEqualTo(NO_DATA);
        assertThat(ask("breakage{host=~\"$hosts\"}", "< 1", null).why()).isEqualTo("no host of the wave has moved yet");
    }

    @Test
    void several_series_are_an_error_unless_reduced() {
        awaitValue("max(breakage)", "< 1", null);
        assertThat(ask("breakage", "< 1", null).verdict()).isEqualTo(ERROR);
        assertThat(provider.ask(question(config("breakage", "< 0.6", null, Reduce.AVG, null, null)))
                        .verdict())
                .isEqualTo(PASS);
    }

    @Test
    void too_few_samples_are_no_data() {
        awaitValue("max(breakage)", "< 1", null);
        assertThat(sampled(100.0)).isEqualTo(PASS);
        assertThat(sampled(111.0)).isEqualTo(NO_DATA);
    }

    @Test
    void a_query_that_is_wrong_is_an_error_with_prometheus_own_words() {
        assertThatThrownBy(() -> ask("sum(", "< 1", null))
                .isInstanceOf(Unreachable.class)
                .hasMessageContaining("400")
                .hasMessageContaining("parse error");
    }

    private GateVerdict sampled(double needed) {
        return provider.ask(question(config("max(breakage)", "< 1", null, null, needed, "sum(requests)")))
                .verdict();
    }

    /** Prometheus has to scrape once first. */
    private Finding awaitValue(String query, String success, String failure) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> ask(query, success, failure), found -> found.verdict() != NO_DATA);
    }

    private Finding ask(String query, String success, String failure) {
        return provider.ask(question(config(query, success, failure, null, null, null)));
    }

    private static GateConfig config(
            String query, String success, String failure, Reduce reduce, Double minSamples, String samplesQuery) {
        return new GateConfig(
                prometheus.url(), query, success, failure, reduce, minSamples, samplesQuery, null, null, null, null);
    }

    private Question question(GateConfig config) {
        var patience = new Patience(NoDataPolicy.WAIT, Duration.ofMinutes(1), Duration.ofSeconds(5), 4);
        var subject = new Subject(
                UUID.randomUUID(),
                "kernel",
                0,
                "canary",
                "2026.11",
                clock.instant().minusSeconds(60));
        return new Question(
                UUID.randomUUID(),
                subject,
                new Definition("errors", GateType.PROMETHEUS, config, null, false, patience),
                clock.instant());
    }
}
