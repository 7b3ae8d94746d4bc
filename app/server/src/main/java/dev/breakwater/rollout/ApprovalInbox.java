package dev.breakwater.rollout;

import dev.breakwater.identity.Actor;
import dev.breakwater.identity.Role;
import dev.breakwater.rollout.RolloutView.ApprovalView;
import dev.breakwater.rollout.States.State;
import dev.breakwater.rollout.engine.Approving;
import dev.breakwater.rollout.engine.Phase.AwaitingApproval;
import dev.breakwater.rollout.store.RolloutStore;
import dev.breakwater.web.Cursor;
import dev.breakwater.web.InvalidField;
import dev.breakwater.web.Limit;
import dev.breakwater.web.Page;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The waves that wait for a person's yes. */
@Service
@Transactional(readOnly = true)
public class ApprovalInbox {
    private static final String LIST = "approvals";

    private final RolloutStore rollouts;
    private final States states;
    private final Clock clock;

    ApprovalInbox(RolloutStore rollouts, States states, Clock clock) {
        this.rollouts = rollouts;
        this.states = states;
        this.clock = clock;
    }

    /** Newest rollout first. Nothing but what is pending can be asked for. */
    public Page<PendingApproval> list(@Nullable String state, Actor actor, Limit limit, @Nullable String cursor) {
        if (state != null && !state.equals("pending")) {
            throw new InvalidField("state", "must be pending");
        }
        var before = Cursor.parse(LIST, 1, cursor).map(it -> it.uuid(0)).orElse(null);
        var page = Page.of(
                rollouts.list("AWAITING_APPROVAL", before, limit.plusOne()), limit, row -> Cursor.of(LIST, row.id()));
        var pending = states.of(page.items(), clock.instant()).stream()
                .flatMap(each -> pending(each, actor).stream())
                .toList();
        return new Page<>(pending, page.next());
    }

    private static Optional<PendingApproval> pending(State state, Actor actor) {
        return state.row().phase() instanceof AwaitingApproval(int wave)
                ? Optional.of(pending(state, wave, actor))
                : Optional.empty();
    }

    private static PendingApproval pending(State state, int wave, Actor actor) {
        var row = state.row();
        var policy = state.rollout().policy().approvals();
        var name = state.waves().get(wave).name();
        var approvals = Views.approvals(state).stream()
                .filter(given -> given.wave().equals(name))
                .toList();
        return new PendingApproval(
                row.id(),
                row.name(),
                name,
                policy.required(),
                standing(approvals),
                policy.from(),
                approvals,
                objection(state, wave, actor),
                row.generationId(),
                row.planHash(),
                row.createdBy(),
                row.revision());
    }

    private static int standing(List<ApprovalView> approvals) {
        return (int) approvals.stream().filter(given -> given.voidWhy() == null).count();
    }

    private static @Nullable String objection(State state, int wave, Actor actor) {
        return actor.role().compareTo(Role.APPROVER) < 0
                ? "approving needs the APPROVER role"
                : Approving.objection(state.rollout(), wave, actor.name(), state.now())
                        .orElse(null);
    }
}
