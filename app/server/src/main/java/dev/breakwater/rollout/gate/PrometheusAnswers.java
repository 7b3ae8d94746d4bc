package dev.breakwater.rollout.gate;

import dev.breakwater.rollout.engine.GateVerdict;
import dev.breakwater.rollout.gate.Finding.Proof;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes a verdict of what a Prometheus answered. */
@Component
class PrometheusAnswers {
    private static final int LONGEST_ERROR = 300;

    private final JsonMapper json;

    PrometheusAnswers(JsonMapper json) {
        this.json = json;
    }

    Finding read(GateConfig config, String body, String query, String link) {
        var values = values(body);
        var proof = new Proof(null, query, link, body);
        if (values.isEmpty()) {
            return Finding.of(GateVerdict.NO_DATA, "the query found no value", proof);
        }
        if (values.size() > 1 && config.reduce() == null) {
            return Finding.of(
                    GateVerdict.ERROR,
                    "the query found %d series: aggregate them, or say how to reduce them".formatted(values.size()),
                    proof);
        }
        var value =
                config.reduce() == null ? values.getFirst() : config.reduce().of(values);
        return judge(config, value, new Proof(value, query, link, body));
    }

    @Nullable
    Finding tooFew(GateConfig config, String body, String query, String link) {
        var values = values(body);
        var found = values.stream().mapToDouble(it -> it).sum();
        var needed = Objects.requireNonNull(config.minSamples());
        if (found >= needed) {
            return null;
        }
        var why = "%s samples, %s are needed".formatted(plain(found), plain(needed));
        return Finding.of(GateVerdict.NO_DATA, why, new Proof(found, query, link, body));
    }

    String error(String body) {
        try {
            var error = json.readTree(body).path("error").asString("");
            return shorten(error.isEmpty() ? "no reason given" : error);
        } catch (JacksonException _) {
            return "not JSON";
        }
    }

    /** Failure first: of two conditions that hold, the worse one counts. */
    private static Finding judge(GateConfig config, double value, Proof proof) {
        var success = Condition.parse(config.success());
        var failure = Condition.parse(config.failure());
        if (failure.isPresent() && failure.get().holds(value)) {
            return Finding.of(GateVerdict.FAIL, "%s is %s".formatted(plain(value), config.failure()), proof);
        }
        if (success.isPresent() && success.get().holds(value)) {
            return Finding.of(GateVerdict.PASS, "%s is %s".formatted(plain(value), config.success()), proof);
        }
        if (success.isEmpty()) {
            return Finding.of(GateVerdict.PASS, "%s is not %s".formatted(plain(value), config.failure()), proof);
        }
        if (failure.isEmpty()) {
            return Finding.of(GateVerdict.FAIL, "%s is not %s".formatted(plain(value), config.success()), proof);
        }
        var why = "%s is neither %s nor %s".formatted(plain(value), config.success(), config.failure());
        return Finding.of(GateVerdict.INCONCLUSIVE, why, proof);
    }

    private List<Double> values(String body) {
        try {
            var data = json.readTree(body).path("data");
            var values = new ArrayList<Double>();
            switch (data.path("resultType").asString("")) {
                case "scalar" -> add(values, data.path("result"));
                case "vector" -> data.path("result").forEach(series -> add(values, series.path("value")));
                default -> throw new Unreachable("Prometheus answered neither a vector nor a scalar");
            }
            return values;
        } catch (JacksonException | NumberFormatException e) {
            throw new Unreachable(
                    "Prometheus answered what cannot be read: " + shorten(String.valueOf(e.getMessage())));
        }
    }

    /** Nothing divided by nothing is no value. */
    private static void add(List<Double> values, JsonNode sample) {
        var text = sample.path(1).asString("");
        var value = switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
        if (!Double.isNaN(value)) {
            values.add(value);
        }
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private static String shorten(String text) {
        return text.length() <= LONGEST_ERROR ? text : text.substring(0, LONGEST_ERROR);
    }
}
