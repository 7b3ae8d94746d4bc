package dev.breakwater.rollout.gate;

import static java.util.Objects.requireNonNull;

import dev.breakwater.rollout.engine.GateVerdict;
import dev.breakwater.rollout.gate.Finding.Proof;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Asks by a signed request, and believes nothing but a verdict in so many words: an error page may come with a 200, too. */
@Component
class WebhookProvider implements Provider {
    private static final Duration LONGEST_RETRY = Duration.ofHours(1);

    private final Outbound outbound;
    private final Bearer bearer;
    private final JsonMapper json;

    WebhookProvider(Outbound outbound, Bearer bearer, JsonMapper json) {
        this.outbound = outbound;
        this.bearer = bearer;
        this.json = json;
    }

    /** The body of the request. */
    record Asked(
            String evaluationId,
            String gate,
            RolloutNamed rollout,
            String wave,
            String generation,
            @Nullable Instant waveOpenedAt) {
        record RolloutNamed(String id, String name) {}
    }

    @Override
    public GateType type() {
        return GateType.WEBHOOK;
    }

    @Override
    public Finding ask(Question question) {
        var answer = outbound.send(request(question), question.gate().patience().timeout());
        if (answer.status() < 200 || answer.status() > 299) {
            throw new Unreachable("the webhook answered " + answer.status());
        }
        return read(answer.body());
    }

    private HttpRequest request(Question question) {
        var subject = question.subject();
        var body = json.writeValueAsString(new Asked(
                question.id().toString(),
                question.gate().name(),
                new Asked.RolloutNamed(subject.rollout().toString(), subject.rolloutName()),
                subject.waveName(),
                subject.generation(),
                subject.openedAt()));
        var id = question.id().toString();
        var timestamp = question.at().getEpochSecond();
        var secret = bearer.secret(question.gate()).orElseThrow(() -> new Unreachable("the gate has no signing key"));
        return HttpRequest.newBuilder(
                        URI.create(requireNonNull(question.gate().config().url())))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(timestamp))
                .header("webhook-signature", WebhookSignature.sign(secret, id, timestamp, body))
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private Finding read(String body) {
        try {
            var answer = json.readTree(body);
            var verdict = verdict(answer.path("verdict").asString(""));
            var reason = answer.path("reason").asString("");
            var url = answer.path("url").asString("");
            return new Finding(
                    verdict,
                    reason.isBlank() ? "the webhook gave no reason" : reason,
                    new Proof(null, null, webLink(url), body),
                    retryAfter(answer.path("retryAfter").asString("")));
        } catch (JacksonException _) {
            throw new Unreachable("the webhook's answer is not JSON with a verdict");
        }
    }

    private static GateVerdict verdict(String word) {
        for (var verdict : GateVerdict.values()) {
            if (verdict.name().equals(word)) {
                return verdict;
            }
        }
        throw new Unreachable("the webhook's answer has no verdict of PASS, FAIL, INCONCLUSIVE, NO_DATA or ERROR");
    }

    /** Only what a browser may open: the dashboard shows it as a link. */
    private static @Nullable String webLink(String url) {
        return url.startsWith("https://") || url.startsWith("http://") ? url : null;
    }

    /** Seconds, or a duration such as PT2M. What cannot be read is not obeyed. */
    private static @Nullable Duration retryAfter(String text) {
        try {
            var asked = text.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(text)) : Duration.parse(text);
            return asked.isPositive() && asked.compareTo(LONGEST_RETRY) <= 0 ? asked : null;
        } catch (DateTimeParseException _) {
            return null;
        }
    }
}
