package dev.breakwater.rollout.gate;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Asks by a signed request. Who needs time answers 202, and calls back. */
@Component
class WebhookProvider implements Provider {
    private static final int ACCEPTED = 202;

    private final Outbound outbound;
    private final Bearer bearer;
    private final WebhookAnswers answers;
    private final JsonMapper json;

    WebhookProvider(Outbound outbound, Bearer bearer, WebhookAnswers answers, JsonMapper json) {
        this.outbound = outbound;
        this.bearer = bearer;
        this.answers = answers;
        this.json = json;
    }

    /** The body of the request. */
    record Asked(
            String evaluationId,
            String gate,
            RolloutNamed rollout,
            String wave,
            String generation,
            @Nullable Instant waveOpenedAt,
            Question.@Nullable Callback callback,
            boolean trial) {
        record RolloutNamed(String id, String name) {}
    }

    @Override
    public GateType type() {
        return GateType.WEBHOOK;
    }

    @Override
    public Reply ask(Question question) {
        var answer = outbound.send(request(question), question.gate().patience().timeout());
        if (answer.status() == ACCEPTED) {
            return new Reply.Later();
        }
        if (answer.status() < 200 || answer.status() > 299) {
            throw new Unreachable("the webhook answered " + answer.status());
        }
        return answers.read(answer.body());
    }

    private HttpRequest request(Question question) {
        var subject = question.subject();
        var body = json.writeValueAsString(new Asked(
                question.id().toString(),
                question.gate().name(),
                new Asked.RolloutNamed(subject.rollout().toString(), subject.rolloutName()),
                subject.waveName(),
                subject.generation(),
                subject.openedAt(),
                question.callback(),
                question.trial()));
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
}
