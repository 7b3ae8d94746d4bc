package dev.breakwater.rollout.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.breakwater.rollout.engine.GateVerdict;
import dev.breakwater.rollout.gate.Finding.Proof;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks a Prometheus (or what speaks like one) for a value, now. */
@Component
class PrometheusProvider implements Provider {
    private final Outbound outbound;
    private final Bearer bearer;
    private final MovedHosts hosts;
    private final PrometheusAnswers answers;

    PrometheusProvider(Outbound outbound, Bearer bearer, MovedHosts hosts, PrometheusAnswers answers) {
        this.outbound = outbound;
        this.bearer = bearer;
        this.hosts = hosts;
        this.answers = answers;
    }

    @Override
    public GateType type() {
        return GateType.PROMETHEUS;
    }

    @Override
    public Finding ask(Question question) {
        var config = question.gate().config();
        var values = values(question);
        if (values.getOrDefault("$hosts", "-").isEmpty()) {
            return Finding.of(GateVerdict.NO_DATA, "no host of the wave has moved yet", Proof.NONE);
        }
        var samples = samples(question, values);
        if (samples != null) {
            return samples;
        }
        var query = QueryTemplate.render(requireNonNull(config.query()), values);
        var body = send(question, query);
        return answers.read(config, body, query, link(config, query));
    }

    /** NO_DATA while there are too few samples to judge by. */
    private @Nullable Finding samples(Question question, Map<String, String> values) {
        var config = question.gate().config();
        if (config.samplesQuery() == null || config.minSamples() == null) {
            return null;
        }
        var query = QueryTemplate.render(config.samplesQuery(), values);
        var body = send(question, query);
        return answers.tooFew(config, body, query, link(config, query));
    }

    private Map<String, String> values(Question question) {
        var subject = question.subject();
        var config = question.gate().config();
        var values = new HashMap<String, String>();
        values.put("$rollout", subject.rollout().toString());
        values.put("$wave", QueryTemplate.quoted(subject.waveName()));
        values.put("$generation", QueryTemplate.quoted(subject.generation()));
        values.put("$since", question.secondsOpen() + "s");
        if (QueryTemplate.uses(config.query() + " " + config.samplesQuery(), "$hosts")) {
            values.put("$hosts", QueryTemplate.alternatives(hosts.of(subject.rollout(), subject.wave())));
        }
        return values;
    }

    /** Posted: a query that names hundreds of hosts is longer than a URL may be. */
    private String send(Question question, String query) {
        var config = question.gate().config();
        var time = BigDecimal.valueOf(question.at().toEpochMilli(), 3).toPlainString();
        var request = HttpRequest.newBuilder(URI.create(base(config) + "/api/v1/query"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString("query=" + encoded(query) + "&time=" + time));
        var timeout = question.gate().patience().timeout();
        var answer = outbound.send(bearer.authorize(request, question.gate()).build(), timeout);
        if (answer.status() != 200) {
            throw new Unreachable(
                    "Prometheus answered %d: %s".formatted(answer.status(), answers.error(answer.body())));
        }
        return answer.body();
    }

    private static String link(GateConfig config, String query) {
        return base(config) + "/graph?g0.tab=0&g0.expr=" + encoded(query);
    }

    private static String base(GateConfig config) {
        return requireNonNull(config.url()).replaceAll("/+$", "");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
