package dev.breakwater.rollout.gate;

import dev.breakwater.rollout.engine.policy.InvalidPolicy;
import dev.breakwater.rollout.engine.policy.Limit;
import dev.breakwater.web.Violations;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the configuration of each type of gate must hold, and must not. */
@Component
class ConfigRules {
    private static final int LONGEST_URL = 2_000;
    private static final int LONGEST_QUERY = 10_000;
    private static final int LONGEST_FILTER = 500;
    private static final int MOST_FILTERS = 20;
    private static final Duration LONGEST_CALLBACK = Duration.ofDays(1);
    private static final Pattern MATCHER = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*\\s*(=~|!~|!=|=)\\s*.+");

    private final Networks networks;

    ConfigRules(Networks networks) {
        this.networks = networks;
    }

    void check(GateType type, GateConfig config, Violations violations) {
        var prometheus = type == GateType.PROMETHEUS;
        foreign(config.query(), prometheus, "query", violations);
        foreign(config.success(), prometheus, "success", violations);
        foreign(config.failure(), prometheus, "failure", violations);
        foreign(config.reduce(), prometheus, "reduce", violations);
        foreign(config.minSamples(), prometheus, "minSamples", violations);
        foreign(config.samplesQuery(), prometheus, "samplesQuery", violations);
        foreign(config.filters(), type == GateType.ALERTMANAGER, "filters", violations);
        foreign(config.onFiring(), type == GateType.ALERTMANAGER, "onFiring", violations);
        foreign(config.maxUnhealthy(), type == GateType.HEALTH, "maxUnhealthy", violations);
        foreign(config.callbackTimeout(), type == GateType.WEBHOOK, "callbackTimeout", violations);
        foreign(config.url(), type != GateType.HEALTH, "url", violations);
        switch (type) {
            case HEALTH -> limit(config.maxUnhealthy(), violations);
            case PROMETHEUS -> prometheus(config, violations);
            case WEBHOOK -> webhook(config, violations);
            case ALERTMANAGER -> alertmanager(config, violations);
        }
    }

    private void webhook(GateConfig config, Violations violations) {
        url(config.url(), violations);
        var patience = config.callbackTimeout();
        violations.check(
                patience == null || (patience.isPositive() && patience.compareTo(LONGEST_CALLBACK) <= 0),
                "/config/callbackTimeout",
                "must be positive and at most P1D");
    }

    private void prometheus(GateConfig config, Violations violations) {
        url(config.url(), violations);
        violations
                .text(config.query(), LONGEST_QUERY, "/config/query")
                .optionalText(config.samplesQuery(), LONGEST_QUERY, "/config/samplesQuery")
                .check(
                        config.success() != null || config.failure() != null,
                        "/config/success",
                        "a condition for success, for failure, or both are required")
                .check(
                        (config.minSamples() == null) == (config.samplesQuery() == null),
                        "/config/minSamples",
                        "goes with samplesQuery");
        template(config.query(), "/config/query", violations);
        template(config.samplesQuery(), "/config/samplesQuery", violations);
        condition(config.success(), "/config/success", violations);
        condition(config.failure(), "/config/failure", violations);
    }

    private void alertmanager(GateConfig config, Violations violations) {
        url(config.url(), violations);
        var filters = config.filters() == null ? List.<String>of() : config.filters();
        violations.check(
                !filters.isEmpty() && filters.size() <= MOST_FILTERS,
                "/config/filters",
                "must name between 1 and " + MOST_FILTERS + " matchers");
        for (var i = 0; i < filters.size(); i++) {
            var filter = filters.get(i);
            violations.check(
                    filter != null
                            && filter.length() <= LONGEST_FILTER
                            && MATCHER.matcher(filter).matches(),
                    "/config/filters/" + i,
                    "must be a matcher such as severity=\"critical\"");
        }
    }

    private void url(@Nullable String url, Violations violations) {
        violations.text(url, LONGEST_URL, "/config/url");
        if (url != null) {
            networks.objection(url).ifPresent(rule -> violations.check(false, "/config/url", rule));
        }
    }

    private static void condition(@Nullable String text, String pointer, Violations violations) {
        violations.check(text == null || Condition.parse(text).isPresent(), pointer, Condition.RULE);
    }

    private static void template(@Nullable String text, String pointer, Violations violations) {
        Optional.ofNullable(text)
                .flatMap(QueryTemplate::unknownVariable)
                .ifPresent(name -> violations.check(
                        false,
                        pointer,
                        "has the unknown variable %s; there are %s".formatted(name, QueryTemplate.NAMES)));
    }

    private static void limit(@Nullable String text, Violations violations) {
        if (text == null) {
            return;
        }
        try {
            Limit.parse("maxUnhealthy", text);
        } catch (InvalidPolicy invalid) {
            violations.check(false, "/config/maxUnhealthy", invalid.rule());
        }
    }

    private static void foreign(@Nullable Object value, boolean belongs, String field, Violations violations) {
        violations.check(value == null || belongs, "/config/" + field, "is not for this type of gate");
    }
}
