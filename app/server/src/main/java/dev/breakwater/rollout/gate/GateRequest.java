package dev.breakwater.rollout.gate;

import static java.util.Objects.requireNonNullElse;

import dev.breakwater.web.Violations;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /gates}, and of PATCH, where what is left out stays as it is. {@code config} is replaced as a whole.
 *
 * @param secret the bearer token to send, or, for a webhook, the key to sign with ({@code whsec_} and Base64); empty takes it away. It is
 *     never answered
 */
record GateRequest(
        @Nullable String name,
        @Nullable GateType type,
        @Nullable GateConfig config,

        @Schema(accessMode = Schema.AccessMode.WRITE_ONLY) @Nullable
        String secret,

        @Nullable Boolean dryRun,
        @Nullable NoDataPolicy onNoData,
        @Nullable Duration interval,
        @Nullable Duration timeout,
        @Nullable Integer consecutiveErrors) {
    private static final int LONGEST_SECRET = 4_000;

    Terms create(ConfigRules rules) {
        new Violations()
                .text(name, 63, "/name")
                .check(type != null, "/type", "is required: HEALTH, PROMETHEUS, WEBHOOK or ALERTMANAGER")
                .raise();
        var given = Objects.requireNonNull(type);
        checkSecret(given, true);
        return new Terms(
                        Objects.requireNonNull(name),
                        given,
                        requireNonNullElse(config, GateConfig.NONE),
                        requireNonNullElse(dryRun, false),
                        requireNonNullElse(onNoData, NoDataPolicy.WAIT),
                        requireNonNullElse(interval, Terms.INTERVAL),
                        requireNonNullElse(timeout, Terms.TIMEOUT),
                        requireNonNullElse(consecutiveErrors, Terms.ERRORS))
                .check(rules);
    }

    Terms change(Terms old, ConfigRules rules) {
        new Violations()
                .check(type == null || type == old.type(), "/type", "cannot be changed")
                .raise();
        checkSecret(old.type(), false);
        return new Terms(
                        requireNonNullElse(name, old.name()),
                        old.type(),
                        requireNonNullElse(config, old.config()),
                        requireNonNullElse(dryRun, old.dryRun()),
                        requireNonNullElse(onNoData, old.onNoData()),
                        requireNonNullElse(interval, old.interval()),
                        requireNonNullElse(timeout, old.timeout()),
                        requireNonNullElse(consecutiveErrors, old.consecutiveErrors()))
                .check(rules);
    }

    private void checkSecret(GateType of, boolean isNew) {
        var violations = new Violations().optionalText(secret, LONGEST_SECRET, "/secret");
        if (of == GateType.WEBHOOK && (isNew || secret != null)) {
            violations.check(secret != null && WebhookSignature.isKey(secret), "/secret", WebhookSignature.RULE);
        }
        violations
                .check(of != GateType.HEALTH || secret == null || secret.isEmpty(), "/secret", "HEALTH has none")
                .raise();
    }
}
