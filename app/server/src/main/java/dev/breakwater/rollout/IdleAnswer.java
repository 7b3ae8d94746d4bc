package dev.breakwater.rollout;

import dev.breakwater.rollout.engine.Explanation.Rule;
import dev.breakwater.rollout.store.StandingStore.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Why a host that no rollout steers is where it is. Pure: asks nobody. */
final class IdleAnswer {
    private IdleAnswer() {}

    /** A rollout under way on whose selector the host is, and in whose plan it is not. */
    record Omission(String rollout, String phase, String why) {
        String sentence() {
            return "%s is %s and leaves it out: it %s".formatted(rollout, phase, why);
        }
    }

    /** {@code quarantine}: what stands against what the host runs. */
    static ExplainView of(Standing host, List<Omission> omissions, @Nullable String quarantine) {
        var rules = new ArrayList<>(HostAnswer.standing(host));
        rules.add(new Rule("in a rollout", false, omissions.isEmpty() ? "no rollout moves it" : evidence(omissions)));
        rules.add(HostAnswer.rule("what it runs is not quarantined", quarantine, "no quarantine meets it"));
        if (host.conflict() != null) {
            return new ExplainView(
                    "%s is in conflict: %s; nothing moves it before somebody decides whether what it runs or what the database says stands."
                            .formatted(host.name(), host.conflict()),
                    "a person to resolve the conflict",
                    null,
                    rules);
        }
        var sentence = new StringBuilder("%s %s.".formatted(host.name(), place(host)));
        if (!host.heard() && host.lastSeenAt() != null) {
            sentence.append(" It was last heard of at %s.".formatted(host.lastSeenAt()));
        }
        if (host.hold() != null) {
            sentence.append(" It is held: %s.".formatted(host.hold()));
        }
        if (isSick(host)) {
            sentence.append(" Its last report says that it is not healthy.");
        }
        omissions.forEach(
                omission -> sentence.append(' ').append(omission.sentence()).append('.'));
        if (quarantine != null) {
            sentence.append(" What it runs must not be offered to it any more: ")
                    .append(quarantine);
        }
        return new ExplainView(sentence.toString(), waitingFor(host, omissions, quarantine), null, rules);
    }

    private static String evidence(List<Omission> omissions) {
        return String.join("; ", omissions.stream().map(Omission::sentence).toList());
    }

    private static String place(Standing host) {
        if (host.currentRef() == null) {
            return "has never reported what it runs";
        }
        if (host.desiredRef() == null) {
            return "has not been told what to run: no rollout has moved it yet";
        }
        return isRight(host)
                ? "runs what it should: " + host.currentRef()
                : "runs %s and should run %s; no rollout moves it now".formatted(host.currentRef(), host.desiredRef());
    }

    private static boolean isRight(Standing host) {
        return Objects.equals(host.currentRef(), host.desiredRef());
    }

    private static boolean isSick(Standing host) {
        return Boolean.FALSE.equals(host.healthy());
    }

    /** Null where nothing is to be awaited: it runs what it should, is well, and nobody has said otherwise. */
    private static @Nullable String waitingFor(Standing host, List<Omission> omissions, @Nullable String quarantine) {
        if (host.currentRef() == null) {
            return "the host to report for the first time";
        }
        if (!host.heard()) {
            return "the host to be heard again";
        }
        if (host.hold() != null) {
            return "a person to release the hold";
        }
        if (!omissions.isEmpty()) {
            return "a person to plan another rollout for it once that one is over";
        }
        if (quarantine != null) {
            return "a person to move it to another generation, or to release the quarantine";
        }
        if (isRight(host)) {
            return isSick(host) ? "the host to report that it is healthy again" : null;
        }
        return host.desiredRef() == null
                ? "a person to start a rollout for it"
                : "the host to return to what it should run, or a person to start a rollout for it";
    }
}
