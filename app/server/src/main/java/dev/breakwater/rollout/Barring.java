package dev.breakwater.rollout;

import dev.breakwater.generation.Bars.Standing;
import dev.breakwater.generation.GenerationChanged;
import dev.breakwater.generation.GenerationId;
import dev.breakwater.generation.QuarantineGuard;
import dev.breakwater.rollout.engine.Phase.Halted;
import dev.breakwater.rollout.engine.Phase.RollingBack;
import dev.breakwater.rollout.store.BarringStore;
import dev.breakwater.rollout.store.RolloutRow;
import dev.breakwater.rollout.store.RolloutStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Which quarantine meets a rollout: one imposed since it was planned, against what a host of its plan is to run. Those before were asked
 * about when it was planned. Whoever goes back is met by none.
 */
@Component
class Barring {
    /** One that was not yet committed when the plan was made may be that much older. */
    private static final Duration OVERLAP = Duration.ofMinutes(1);

    private static final int CLEARED_MAX = 10_000;

    private final QuarantineGuard guard;
    private final BarringStore plans;
    private final Terms terms;
    private final Map<Meeting, Instant> cleared = new ConcurrentHashMap<>();

    Barring(QuarantineGuard guard, BarringStore plans, Terms terms) {
        this.guard = guard;
        this.plans = plans;
        this.terms = terms;
    }

    /** Who is to be woken, and when it is. */
    @Component
    record Terms(RolloutStore rollouts, Waker waker, Clock clock) {
        /** Looking through a large plan in vain is not done again before: a host relabelled meanwhile is refused its claim all the same. */
        private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);
    }

    private record Meeting(UUID rollout, UUID quarantine) {}

    /** Each rollout decides in a transaction of its own, so that none waits for another's row. What a crash loses here, the sweep finds. */
    @TransactionalEventListener
    void look(GenerationChanged change) {
        if (change.type().equals("generation.quarantined") || change.type().equals("generation.released")) {
            terms.rollouts().running().forEach(terms.waker()::wake);
        }
    }

    /** By rollout; one statement where nothing was quarantined since the oldest of them was planned. */
    Map<UUID, Standing> meeting(Collection<RolloutRow> rows) {
        var moving = rows.stream().filter(Barring::offers).toList();
        var oldest = moving.stream().map(Barring::since).min(Instant::compareTo);
        var met = new HashMap<UUID, Standing>();
        var standing = oldest.map(guard::since).orElse(List.of());
        for (var row : moving) {
            standing.stream()
                    .filter(quarantine -> !isCleared(row, quarantine) && meets(row, quarantine))
                    .findFirst()
                    .ifPresent(quarantine -> met.put(row.id(), quarantine));
        }
        return met;
    }

    void requireOfferable(RolloutRow row) {
        if (offers(row)) {
            meeting(row).ifPresent(quarantine -> {
                throw new GenerationQuarantined(quarantine);
            });
        }
    }

    private Optional<Standing> meeting(RolloutRow row) {
        return guard.since(since(row)).stream()
                .filter(quarantine -> meets(row, quarantine))
                .findFirst();
    }

    private boolean meets(RolloutRow row, Standing quarantine) {
        if (quarantine.at().isBefore(since(row)) || !guard.touches(quarantine, new GenerationId(row.generationId()))) {
            return false;
        }
        var meets = plans.concerns(row.id(), quarantine.generationId(), quarantine.selector());
        if (!meets) {
            clear(new Meeting(row.id(), quarantine.id()));
        }
        return meets;
    }

    private void clear(Meeting meeting) {
        if (cleared.size() >= CLEARED_MAX) {
            cleared.clear();
        }
        cleared.put(meeting, terms.clock().instant());
    }

    private boolean isCleared(RolloutRow row, Standing quarantine) {
        var at = cleared.get(new Meeting(row.id(), quarantine.id()));
        return at != null && terms.clock().instant().isBefore(at.plus(Terms.LOOK_AGAIN));
    }

    private static boolean offers(RolloutRow row) {
        var goesBack =
                row.phase() instanceof RollingBack || (row.phase() instanceof Halted halted && halted.takingBack());
        return row.startedAt() != null && !goesBack && !row.phase().isTerminal();
    }

    private static Instant since(RolloutRow row) {
        return Objects.requireNonNull(row.startedAt()).minus(OVERLAP);
    }
}
