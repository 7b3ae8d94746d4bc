package dev.breakwater.rollout;

import dev.breakwater.host.HostId;
import dev.breakwater.host.HostProperties;
import dev.breakwater.rollout.Outlook.Prospect;
import dev.breakwater.rollout.engine.Explanation.Rule;
import dev.breakwater.rollout.engine.HostState;
import dev.breakwater.rollout.store.StandingStore;
import dev.breakwater.rollout.store.StandingStore.Standing;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers why a host is not updating. */
@Service
@Transactional(readOnly = true)
public class HostExplanations {
    private final StandingStore standings;
    private final RolloutQueries rollouts;
    private final Outlook outlook;
    private final HostProperties properties;
    private final Clock clock;

    HostExplanations(
            StandingStore standings, RolloutQueries rollouts, Outlook outlook, HostProperties properties, Clock clock) {
        this.standings = standings;
        this.rollouts = rollouts;
        this.outlook = outlook;
        this.properties = properties;
        this.clock = clock;
    }

    public ExplainView explain(HostId id) {
        var host = standings
                .of(id.value(), clock.instant(), properties.offlineAfter())
                .orElseThrow(() -> new HostUnknown(id));
        if (host.conflict() != null) {
            return new ExplainView(
                    "%s is in conflict: %s; nothing moves it before somebody decides whether what it runs or what the database says stands."
                            .formatted(host.name(), host.conflict()),
                    "a person to resolve the conflict",
                    null,
                    rules(host));
        }
        var rolloutId = host.rolloutId();
        if (rolloutId == null) {
            return new ExplainView(host.name() + " " + idle(host) + ".", null, null, rules(host));
        }
        var rollout = rollouts.get(new RolloutId(rolloutId));
        var rules = new ArrayList<>(rules(host));
        rules.add(new Rule("rollout runs", isRunning(rollout), rollout.name() + " is " + rollout.phase()));
        var prospect = outlook.of(id);
        prospect.rules().stream().filter(rule -> isNew(rule, rules)).forEach(rules::add);
        var sentence = "%s %s.%s".formatted(host.name(), inRollout(host, rollout), next(host, prospect));
        var closed = prospect.closed();
        if (closed != null && state(host) == HostState.OFFERED && host.stop() == null && isRunning(rollout)) {
            var waiting = CalendarStandings.waiting(closed);
            var why = "%s %s; it waits for %s.".formatted(host.name(), inRollout(host, rollout), waiting.waitingFor());
            return new ExplainView(why, waiting.waitingFor(), waiting.nextCheckAt(), rules);
        }
        return new ExplainView(sentence, waitingFor(host, rollout, prospect), host.deadlineAt(), rules);
    }

    private static String idle(Standing host) {
        if (host.currentRef() == null) {
            return "has never reported what it runs";
        }
        if (host.desiredRef() == null) {
            return "has not been told what to run: no rollout has moved it yet";
        }
        return Objects.equals(host.currentRef(), host.desiredRef())
                ? "runs what it should: " + host.currentRef()
                : "runs %s and should run %s; no rollout moves it now".formatted(host.currentRef(), host.desiredRef());
    }

    private static String inRollout(Standing host, RolloutView rollout) {
        var place = "wave %s of %s".formatted(host.wave(), rollout.name());
        return switch (state(host)) {
            case PENDING -> "waits for %s to open; the rollout waits for %s".formatted(place, rollout.waitingFor());
            case DEFERRED -> "was away when %s opened and gets its offer when it is heard again".formatted(place);
            case OFFERED -> "was offered %s by %s and has yet to be granted its claim".formatted(host.toRef(), place);
            case CLAIMED -> "moves to %s in %s and has yet to prove it".formatted(host.toRef(), place);
            case SETTLED -> "settled on %s in %s".formatted(host.toRef(), place);
            case FAILED -> "failed in %s: %s".formatted(place, host.reason());
            case SILENT -> "is silent in %s: %s".formatted(place, host.reason());
            case ROLLING_BACK -> "goes back to %s, as all of %s does".formatted(host.rollbackRef(), place);
            case ROLLED_BACK -> "is back on %s after %s".formatted(host.rollbackRef(), place);
            case SKIPPED -> "is skipped by " + place;
            case HELD -> "is held, so %s leaves it alone: %s".formatted(place, host.hold());
        };
    }

    private static boolean isNew(Rule rule, List<Rule> rules) {
        return rules.stream().noneMatch(known -> known.rule().equals(rule.rule()));
    }

    /** What a host that still has to switch would be told if it asked now. */
    private static String next(Standing host, Prospect prospect) {
        return switch (state(host)) {
            case OFFERED, DEFERRED, HELD ->
                prospect.refusal()
                        .map(why -> " If it asked now, it would be put off: " + why)
                        .orElse(" If it asked now, its claim would be granted.");
            case PENDING, CLAIMED, SETTLED, FAILED, SILENT, ROLLING_BACK, ROLLED_BACK, SKIPPED -> "";
        };
    }

    private static @Nullable String waitingFor(Standing host, RolloutView rollout, Prospect prospect) {
        if (host.stop() != null) {
            return "a person to release the global stop";
        }
        return switch (state(host)) {
            case PENDING -> rollout.waitingFor();
            case DEFERRED -> "the host to be heard again";
            case OFFERED ->
                rollout.phase().equals("PAUSED")
                        ? "a person to resume the rollout"
                        : prospect.refusal().orElse("the host to ask");
            case CLAIMED, SILENT -> "the host to prove that it runs it and is healthy";
            case ROLLING_BACK -> "the host to prove its last good generation";
            case HELD -> "a person to release the hold";
            case SETTLED, FAILED, ROLLED_BACK, SKIPPED -> null;
        };
    }

    private static List<Rule> rules(Standing host) {
        return List.of(
                new Rule("heard lately", host.heard(), "last seen " + host.lastSeenAt()),
                new Rule("healthy", Boolean.TRUE.equals(host.healthy()), health(host.healthy())),
                new Rule(
                        "no conflict after a restore",
                        host.conflict() == null,
                        Objects.requireNonNullElse(host.conflict(), "no conflict")),
                new Rule("not held", host.hold() == null, Objects.requireNonNullElse(host.hold(), "no hold")),
                new Rule(
                        "no global stop", host.stop() == null, Objects.requireNonNullElse(host.stop(), "not stopped")));
    }

    private static String health(@Nullable Boolean healthy) {
        if (healthy == null) {
            return "it has not reported yet";
        }
        return healthy ? "its last report was healthy" : "its last report was not healthy";
    }

    private static boolean isRunning(RolloutView rollout) {
        return switch (rollout.phase()) {
            case "ROLLING", "SOAKING", "AWAITING_APPROVAL", "ROLLING_BACK" -> true;
            default -> false;
        };
    }

    private static HostState state(Standing host) {
        return HostState.valueOf(Objects.requireNonNullElse(host.state(), "PENDING"));
    }
}
