package dev.breakwater.rollout;

import dev.breakwater.generation.GenerationId;
import dev.breakwater.generation.Generations;
import dev.breakwater.host.Selector;
import dev.breakwater.identity.Actor;
import dev.breakwater.rollout.engine.Command.AskGates;
import dev.breakwater.rollout.engine.Command.Direct;
import dev.breakwater.rollout.engine.Command.Enlist;
import dev.breakwater.rollout.engine.Command.Quarantine;
import dev.breakwater.rollout.engine.Command.RecordApproval;
import dev.breakwater.rollout.engine.Command.Release;
import dev.breakwater.rollout.engine.Command.RetryHosts;
import dev.breakwater.rollout.engine.Command.SkipHost;
import dev.breakwater.rollout.engine.Command.VoidApprovals;
import dev.breakwater.rollout.engine.Command.WakeAt;
import dev.breakwater.rollout.engine.Decision;
import dev.breakwater.rollout.store.ApprovalStore;
import dev.breakwater.rollout.store.ApprovalStore.NewApproval;
import dev.breakwater.rollout.store.RolloutRow;
import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Carries out what a decision commands, in its transaction, whatever the number of hosts by one statement each. */
@Component
class Commands {
    private final Directing directing;
    private final Ending ending;
    private final Joining joining;
    private final ApprovalStore approvals;
    private final Generations generations;
    private final Alarms alarms;

    Commands(
            Directing directing,
            Ending ending,
            Joining joining,
            ApprovalStore approvals,
            Generations generations,
            Alarms alarms) {
        this.directing = directing;
        this.ending = ending;
        this.joining = joining;
        this.approvals = approvals;
        this.generations = generations;
        this.alarms = alarms;
    }

    void carryOut(RolloutRow row, Decision decision, Instant now) {
        Instant wakeAt = null;
        for (var command : decision.commands()) {
            switch (command) {
                case Direct(int wave, var directive) -> directing.direct(row, wave, directive, now);
                case Quarantine(var why) -> quarantine(row, why);
                case AskGates(int wave) -> directing.askGates(row, wave, now);
                case RetryHosts(int wave) -> directing.retry(row, wave, now);
                case Enlist(int wave) -> joining.enlist(row, wave, now);
                case SkipHost(var host) -> directing.skip(row, host, now);
                case RecordApproval approval -> record(row, approval, now);
                case VoidApprovals(int wave, var why) -> approvals.voidAll(row.id(), wave, why, now);
                case Release() -> ending.release(row, decision, now);
                case WakeAt(var at) -> wakeAt = at;
            }
        }
        if (!Objects.equals(wakeAt, row.wakeAt())) {
            alarms.set(row.id(), wakeAt, now);
        }
    }

    private void record(RolloutRow row, RecordApproval approval, Instant now) {
        var cause = approval.cause();
        approvals.insert(
                new NewApproval(row.id(), approval.wave(), cause.actor(), cause.reason(), approval.expiresAt()), now);
    }

    private void quarantine(RolloutRow row, String why) {
        generations.quarantine(
                new GenerationId(row.generationId()),
                Selector.parse(row.selector()),
                why,
                row.id(),
                Actor.ENGINE.name());
    }
}
