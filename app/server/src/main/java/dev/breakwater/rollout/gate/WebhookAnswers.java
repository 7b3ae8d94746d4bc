package dev.breakwater.rollout.gate;

import dev.breakwater.rollout.engine.GateVerdict;
import dev.breakwater.rollout.gate.Finding.Proof;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads what webhooks say, and believes nothing but a verdict in so many words: an error page may come with a 200, too. */
@Component
class WebhookAnswers {
    private static final Duration LONGEST_RETRY = Duration.ofHours(1);

    private final JsonMapper json;

    WebhookAnswers(JsonMapper json) {
        this.json = json;
    }

    Finding read(String body) {
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
