package dev.breakwater.rollout;

import static java.time.temporal.ChronoUnit.MICROS;

import dev.breakwater.host.Selector;
import dev.breakwater.identity.Actor;
import dev.breakwater.rollout.engine.Event.SkipHost;
import dev.breakwater.rollout.engine.HostState;
import dev.breakwater.rollout.store.EventStore.NewEvent;
import dev.breakwater.rollout.store.HostPageStore;
import dev.breakwater.rollout.store.HostPageStore.HostRow;
import dev.breakwater.rollout.store.HostPageStore.Wanted;
import dev.breakwater.rollout.store.RolloutRow;
import dev.breakwater.web.InvalidField;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes single hosts out of what a rollout judges, on somebody's word. */
@Service
public class Skips {
    private final Hearing hearing;
    private final HostPageStore hosts;
    private final RolloutLog log;
    private final Clock clock;

    Skips(Hearing hearing, HostPageStore hosts, RolloutLog log, Clock clock) {
        this.hearing = hearing;
        this.hosts = hosts;
        this.log = log;
        this.clock = clock;
    }

    /** Why nothing was left to do, if so. The rollout's lock keeps a claim from being granted meanwhile. */
    @Transactional
    public Optional<String> skip(RolloutId id, SkipHostRequest request, Actor actor, @Nullable String ifMatch) {
        var cause = Hearing.cause(actor, request.reason());
        var wanted = RequestReader.required("/hostId", request.hostId());
        var row = hearing.open(id, ifMatch);
        var now = clock.instant().truncatedTo(MICROS);
        var host = find(row, wanted, now);
        var state = host == null ? HostState.PENDING : HostState.valueOf(host.state());
        var note = hearing.decide(row, Verb.SKIP_HOST, new SkipHost(wanted, state, cause));
        if (host == null) {
            throw new InvalidField("/hostId", "the rollout's plan has no such host");
        }
        if (note.isEmpty()) {
            var message = "%s skipped %s, which was %s: %s."
                    .formatted(cause.actor(), host.name(), host.state(), cause.reason());
            log.step(row.id(), new NewEvent(now, "host.skipped", host.wave(), cause.actor(), cause.reason(), message));
        }
        return note;
    }

    private @Nullable HostRow find(RolloutRow row, UUID host, Instant now) {
        return hosts.list(row.id(), Selector.ALL, new Wanted(null, null, host, null, 1), now).stream()
                .findFirst()
                .orElse(null);
    }
}
