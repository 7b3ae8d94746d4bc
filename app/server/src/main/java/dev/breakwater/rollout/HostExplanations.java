package dev.breakwater.rollout;

import dev.breakwater.generation.Bars.Bar;
import dev.breakwater.generation.QuarantineGuard;
import dev.breakwater.host.HostId;
import dev.breakwater.host.HostProperties;
import dev.breakwater.rollout.HostAnswer.Mover;
import dev.breakwater.rollout.IdleAnswer.Omission;
import dev.breakwater.rollout.engine.Waiting;
import dev.breakwater.rollout.store.StandingStore;
import dev.breakwater.rollout.store.StandingStore.Standing;
import dev.breakwater.rollout.store.StandingStore.Steered;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers why a host is not updating. */
@Service
@Transactional(readOnly = true)
public class HostExplanations {
    private final StandingStore standings;
    private final RolloutQueries rollouts;
    private final Outlook outlook;
    private final QuarantineGuard quarantines;
    private final Terms terms;

    HostExplanations(
            StandingStore standings,
            RolloutQueries rollouts,
            Outlook outlook,
            QuarantineGuard quarantines,
            Terms terms) {
        this.standings = standings;
        this.rollouts = rollouts;
        this.outlook = outlook;
        this.quarantines = quarantines;
        this.terms = terms;
    }

    /** Since when hosts that were not heard are away, and when it is. */
    @Component
    record Terms(HostProperties hosts, Clock clock) {}

    public ExplainView explain(HostId id) {
        var host = standings
                .of(id.value(), terms.clock().instant(), terms.hosts().offlineAfter())
                .orElseThrow(() -> new HostUnknown(id));
        var steered = host.steered();
        if (steered != null && host.conflict() == null && !steered.phase().isTerminal()) {
            return HostAnswer.of(host, steered, mover(steered), outlook.of(id), quarantine(host));
        }
        var omissions = omissions(id, host);
        return steered == null || host.conflict() != null || !omissions.isEmpty()
                ? IdleAnswer.of(host, omissions, quarantine(host))
                : HostAnswer.of(host, steered, mover(steered), outlook.of(id), quarantine(host));
    }

    private Mover mover(Steered steered) {
        var rollout = rollouts.get(new RolloutId(steered.rolloutId()));
        return new Mover(rollout.name(), new Waiting(rollout.waitingFor(), rollout.nextCheckAt()));
    }

    private List<Omission> omissions(HostId id, Standing host) {
        return standings.leavingOut(id.value()).stream()
                .filter(rollout -> rollout.selector().matches(host.labels()))
                .map(rollout -> new Omission(rollout.name(), rollout.phase(), why(rollout.why())))
                .toList();
    }

    private static String why(@Nullable String excluded) {
        return excluded == null ? "came to match its selector after it was planned" : excluded;
    }

    private @Nullable String quarantine(Standing host) {
        var ref = host.currentRef();
        return ref == null
                ? null
                : quarantines
                        .of(List.of(ref))
                        .barring(ref, host.labels())
                        .map(Bar::sentence)
                        .orElse(null);
    }
}
