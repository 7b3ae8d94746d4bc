package dev.breakwater.rollout;

import dev.breakwater.rollout.Outlook.Prospect;
import dev.breakwater.rollout.engine.Explanation.Rule;
import dev.breakwater.rollout.engine.HostState;
import dev.breakwater.rollout.engine.Phase.Advancing;
import dev.breakwater.rollout.engine.Phase.Draft;
import dev.breakwater.rollout.engine.Phase.Ended;
import dev.breakwater.rollout.engine.Phase.Halted;
import dev.breakwater.rollout.engine.Phase.Paused;
import dev.breakwater.rollout.engine.Phase.RollingBack;
import dev.breakwater.rollout.engine.Phase.Scheduled;
import dev.breakwater.rollout.engine.Waiting;
import dev.breakwater.rollout.store.StandingStore.Standing;
import dev.breakwater.rollout.store.StandingStore.Steered;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Why a host that a rollout steers is where it is, whom or what it waits for, and which rule says so. Pure: asks nobody. */
final class HostAnswer {
    private final Standing host;
    private final Steered place;
    private final Mover mover;
    private final Prospect prospect;
    private final @Nullable String quarantine;
    private final boolean strayed;

    private HostAnswer(Standing host, Steered place, Mover mover, Prospect prospect, @Nullable String quarantine) {
        this.host = host;
        this.place = place;
        this.mover = mover;
        this.prospect = prospect;
        this.quarantine = quarantine;
        this.strayed = !place.selector().matches(host.labels());
    }

    /** The rollout that steers the host, and what it waits for itself. */
    record Mover(String name, Waiting waiting) {
        String waitingFor() {
            return Objects.requireNonNullElse(waiting.waitingFor(), "nothing: it is over");
        }
    }

    /** {@code quarantine}: what stands against what the host runs. */
    static ExplainView of(Standing host, Steered place, Mover mover, Prospect prospect, @Nullable String quarantine) {
        var answer = new HostAnswer(host, place, mover, prospect, quarantine);
        var waiting = answer.waiting();
        return new ExplainView(answer.sentence(), waiting.waitingFor(), waiting.nextCheckAt(), answer.rules());
    }

    private String sentence() {
        var opening = opening();
        var waits = opening == null ? "." + ifItAskedNow() : "; it waits for %s.".formatted(opening.waitingFor());
        var strays = strayed ? " Its labels have left the rollout's selector; it stays in the plan." : "";
        return "%s %s%s%s".formatted(host.name(), where(), waits, strays);
    }

    private String where() {
        var wave = "wave %s of %s".formatted(place.wave(), mover.name());
        return switch (place.state()) {
            case PENDING -> "waits for %s to open; the rollout waits for %s".formatted(wave, mover.waitingFor());
            case DEFERRED -> "was away when %s opened and gets its offer when it is heard again".formatted(wave);
            case OFFERED -> "was offered %s by %s and has yet to be granted its claim".formatted(place.toRef(), wave);
            case CLAIMED -> "moves to %s in %s and has yet to prove it".formatted(place.toRef(), wave);
            case SETTLED -> "settled on %s in %s".formatted(place.toRef(), wave);
            case FAILED -> "failed in %s: %s".formatted(wave, place.reason());
            case SILENT -> "is silent in %s: %s".formatted(wave, place.reason());
            case ROLLING_BACK -> "goes back to %s, as all of %s does".formatted(place.rollbackRef(), wave);
            case ROLLED_BACK -> "is back on %s after %s".formatted(place.rollbackRef(), wave);
            case SKIPPED -> "is skipped by " + wave;
            case HELD -> "is held, so %s leaves it alone: %s".formatted(wave, held());
        };
    }

    private String held() {
        return Objects.requireNonNullElse(host.hold(), "a person has yet to decide about its conflict");
    }

    /** What a host that still has to switch would be told. */
    private String ifItAskedNow() {
        return switch (place.state()) {
            case OFFERED, DEFERRED, HELD ->
                prospect.refusal()
                        .map(why -> " If it asked now, it would be put off: " + why + (why.endsWith(".") ? "" : "."))
                        .orElse(" If it asked now, its claim would be granted.");
            case PENDING, CLAIMED, SETTLED, FAILED, SILENT, ROLLING_BACK, ROLLED_BACK, SKIPPED -> "";
        };
    }

    /** When its calendars allow it again, where nothing else keeps it. */
    private @Nullable Waiting opening() {
        var closed = prospect.closed();
        if (closed == null || place.state() != HostState.OFFERED || host.stop() != null || !runs()) {
            return null;
        }
        return CalendarStandings.waiting(closed);
    }

    private Waiting waiting() {
        var opening = opening();
        if (opening != null) {
            return opening;
        }
        return switch (place.state()) {
            case PENDING -> stopped(mover.waiting());
            case DEFERRED -> stopped(new Waiting("the host to be heard again", null));
            case OFFERED -> stopped(toBeGranted());
            case CLAIMED -> new Waiting("the host to prove that it runs it and is healthy", place.deadlineAt());
            case SILENT -> new Waiting("the host to answer and to prove that it runs it and is healthy", null);
            case ROLLING_BACK -> stopped(toGoBack());
            case HELD -> new Waiting("a person to release the hold", host.holdUntil());
            case SETTLED, ROLLED_BACK -> place.phase() instanceof Ended ? afterwards() : mover.waiting();
            case FAILED, SKIPPED ->
                place.phase() instanceof Ended
                        ? new Waiting("a person to start another rollout for it", null)
                        : mover.waiting();
        };
    }

    private Waiting afterwards() {
        return new Waiting(
                quarantine == null ? null : "a person to move it to another generation, or to release the quarantine",
                null);
    }

    private Waiting stopped(Waiting otherwise) {
        return host.stop() == null ? otherwise : new Waiting("a person to release the global stop", null);
    }

    private Waiting toBeGranted() {
        if (place.phase() instanceof Paused) {
            return new Waiting("a person to resume the rollout", mover.waiting().nextCheckAt());
        }
        return new Waiting(prospect.refusal().orElse("the host to ask"), place.deadlineAt());
    }

    private Waiting toGoBack() {
        if (place.phase() instanceof Halted) {
            return mover.waiting();
        }
        var refused = prospect.refusal().map(why -> "; it would be put off now: " + why);
        return new Waiting("the host to prove its last good generation" + refused.orElse(""), place.deadlineAt());
    }

    private List<Rule> rules() {
        var rules = new ArrayList<>(standing(host));
        rules.add(new Rule(
                "rollout runs", runs(), mover.name() + " is " + place.phase().name()));
        rules.add(new Rule(
                "labels match the rollout",
                !strayed,
                strayed ? "they have left its selector since it was planned" : "they match its selector"));
        rules.add(rule("what it runs is not quarantined", quarantine, "no quarantine meets it"));
        prospect.rules().stream()
                .filter(rule -> rules.stream().noneMatch(known -> known.rule().equals(rule.rule())))
                .forEach(rules::add);
        return rules;
    }

    /** What is asked about every host, whether a rollout steers it or not. */
    static List<Rule> standing(Standing host) {
        return List.of(
                new Rule("heard lately", host.heard(), "last seen " + host.lastSeenAt()),
                new Rule("healthy", Boolean.TRUE.equals(host.healthy()), health(host.healthy())),
                rule("no conflict after a restore", host.conflict(), "no conflict"),
                rule("not held", host.hold(), "no hold"),
                rule("no global stop", host.stop(), "not stopped"));
    }

    static Rule rule(String rule, @Nullable String broken, String otherwise) {
        return new Rule(rule, broken == null, Objects.requireNonNullElse(broken, otherwise));
    }

    private boolean runs() {
        return switch (place.phase()) {
            case Scheduled _, Draft _, Paused _, Halted _, Ended _ -> false;
            case Advancing _, RollingBack _ -> true;
        };
    }

    private static String health(@Nullable Boolean healthy) {
        if (healthy == null) {
            return "it has not reported yet";
        }
        return healthy ? "its last report was healthy" : "its last report was not healthy";
    }
}
