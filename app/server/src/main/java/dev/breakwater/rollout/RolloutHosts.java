package dev.breakwater.rollout;

import dev.breakwater.host.Selector;
import dev.breakwater.rollout.engine.HostState;
import dev.breakwater.rollout.store.HostPageStore;
import dev.breakwater.rollout.store.HostPageStore.After;
import dev.breakwater.rollout.store.HostPageStore.HostRow;
import dev.breakwater.rollout.store.HostPageStore.Wanted;
import dev.breakwater.rollout.store.RolloutStore;
import dev.breakwater.web.Cursor;
import dev.breakwater.web.InvalidField;
import dev.breakwater.web.Limit;
import dev.breakwater.web.Page;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The hosts of rollouts, and where each stands. */
@Service
@Transactional(readOnly = true)
public class RolloutHosts {
    private static final String LIST = "rollout-hosts";

    private final RolloutStore rollouts;
    private final HostPageStore hosts;
    private final Clock clock;

    RolloutHosts(RolloutStore rollouts, HostPageStore hosts, Clock clock) {
        this.rollouts = rollouts;
        this.hosts = hosts;
        this.clock = clock;
    }

    public Page<HostView> list(RolloutId id, Filter filter, Limit limit, @Nullable String cursor) {
        var rollout = rollouts.find(id.value()).orElseThrow(() -> new RolloutNotFound(id));
        var after = Cursor.parse(LIST, 3, cursor)
                .map(it -> new After((int) it.number(0), it.text(1), it.uuid(2)))
                .orElse(null);
        var wanted = new Wanted(filter.wave(), filter.state(), null, after, limit.plusOne());
        return Page.of(
                        hosts.list(rollout.id(), Selector.parse(rollout.selector()), wanted, clock.instant()),
                        limit,
                        RolloutHosts::cursor)
                .map(HostView::of);
    }

    private static Cursor cursor(HostRow row) {
        return Cursor.of(LIST, row.ordinal(), row.name(), row.hostId());
    }

    /** By the name of a wave, and by state; null for all. */
    public record Filter(@Nullable String wave, @Nullable String state) {
        public Filter {
            if (state != null) {
                state = state.toUpperCase(Locale.ROOT);
                requireState(state);
            }
        }

        private static void requireState(String state) {
            if (Arrays.stream(HostState.values())
                    .noneMatch(known -> known.name().equals(state))) {
                throw new InvalidField("state", "must be one of " + Arrays.toString(HostState.values()));
            }
        }
    }

    @Schema(name = "RolloutHost")
    public record HostView(
            UUID hostId,
            String name,
            String wave,
            @Schema(implementation = HostState.class) String state,
            @Nullable String reason,
            @Nullable String from,
            String to,
            @Nullable String rollbackRef,
            @Nullable Instant offeredAt,
            @Nullable Instant claimedAt,
            @Nullable Instant finishedAt,

            @Schema(
                    description =
                            "its labels have left the rollout's selector since it was planned; it stays in the plan")
            boolean strayed) {
        static HostView of(HostRow row) {
            return new HostView(
                    row.hostId(),
                    row.name(),
                    row.wave(),
                    row.state(),
                    row.reason(),
                    row.from(),
                    row.to(),
                    row.rollbackRef(),
                    row.offeredAt(),
                    row.claimedAt(),
                    row.finishedAt(),
                    row.strayed());
        }
    }
}
