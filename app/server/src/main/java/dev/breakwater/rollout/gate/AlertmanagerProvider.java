package dev.breakwater.rollout.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.breakwater.rollout.engine.GateVerdict;
import dev.breakwater.rollout.gate.Finding.Proof;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks an Alertmanager for alerts that fire, match every filter, and are neither silenced nor inhibited. */
@Component
class AlertmanagerProvider implements Provider {
    private static final int NAMED = 3;

    private final Outbound outbound;
    private final Bearer bearer;
    private final JsonMapper json;

    AlertmanagerProvider(Outbound outbound, Bearer bearer, JsonMapper json) {
        this.outbound = outbound;
        this.bearer = bearer;
        this.json = json;
    }

    @Override
    public GateType type() {
        return GateType.ALERTMANAGER;
    }

    @Override
    public Finding ask(Question question) {
        var config = question.gate().config();
        var filters = requireNonNull(config.filters());
        var base = requireNonNull(config.url()).replaceAll("/+$", "");
        var parameters = filters.stream().map(it -> "&filter=" + encoded(it)).collect(Collectors.joining());
        var request = HttpRequest.newBuilder(URI.create(base
                        + "/api/v2/alerts?active=true&silenced=false&inhibited=false&unprocessed=true" + parameters))
                .header("Accept", "application/json");
        var answer = outbound.send(
                bearer.authorize(request, question.gate()).build(),
                question.gate().patience().timeout());
        if (answer.status() != 200) {
            throw new Unreachable("Alertmanager answered " + answer.status());
        }
        return judge(config, answer.body(), base + "/#/alerts?filter=" + encoded(matchers(filters)));
    }

    private Finding judge(GateConfig config, String body, String link) {
        var names = names(body);
        var proof = new Proof((double) names.size(), matchers(requireNonNull(config.filters())), link, body);
        if (names.isEmpty()) {
            return Finding.of(GateVerdict.PASS, "no matching alert fires", proof);
        }
        var verdict = config.onFiring() == OnFiring.FAIL ? GateVerdict.FAIL : GateVerdict.INCONCLUSIVE;
        var some = names.stream().distinct().limit(NAMED).collect(Collectors.joining(", "));
        var why = names.size() == 1 ? "1 alert fires: " + some : "%d alerts fire: %s".formatted(names.size(), some);
        return Finding.of(verdict, why, proof);
    }

    private List<String> names(String body) {
        try {
            var alerts = json.readTree(body);
            if (!alerts.isArray()) {
                throw new Unreachable("Alertmanager's answer is not a list of alerts");
            }
            return alerts.valueStream().map(AlertmanagerProvider::name).toList();
        } catch (JacksonException _) {
            throw new Unreachable("Alertmanager's answer is not JSON");
        }
    }

    private static String name(JsonNode alert) {
        return alert.path("labels").path("alertname").asString("an alert without a name");
    }

    private static String matchers(List<String> filters) {
        return "{" + String.join(", ", filters) + "}";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
