package dev.breakwater.rollout;

import dev.breakwater.generation.Bars.Standing;
import dev.breakwater.rollout.RolloutSpec.Awaited;
import dev.breakwater.rollout.engine.Approval;
import dev.breakwater.rollout.engine.Consent;
import dev.breakwater.rollout.engine.Dependency;
import dev.breakwater.rollout.engine.Outside;
import dev.breakwater.rollout.store.ApprovalStore;
import dev.breakwater.rollout.store.ApprovalStore.ApprovalRow;
import dev.breakwater.rollout.store.ConflictStore;
import dev.breakwater.rollout.store.DependencyStore;
import dev.breakwater.rollout.store.DependencyStore.Fate;
import dev.breakwater.rollout.store.RolloutRow;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads what rollouts depend on and do not bring about themselves: a few statements, however many they are. */
@Component
class Outsides {
    private final ApprovalStore approvals;
    private final DependencyStore dependencies;
    private final ConflictStore conflicts;
    private final Barring barring;

    Outsides(ApprovalStore approvals, DependencyStore dependencies, ConflictStore conflicts, Barring barring) {
        this.approvals = approvals;
        this.dependencies = dependencies;
        this.conflicts = conflicts;
        this.barring = barring;
    }

    Surroundings of(Collection<RolloutRow> rows, Collection<RolloutSpec> specs) {
        var ids = rows.stream().map(RolloutRow::id).toList();
        var awaited = specs.stream()
                .flatMap(spec -> spec.dependsOn().stream())
                .map(Awaited::rolloutId)
                .distinct()
                .toList();
        return new Surroundings(
                approvals.of(ids).stream().collect(Collectors.groupingBy(ApprovalRow::rolloutId)),
                dependencies.fates(awaited).stream().collect(Collectors.toMap(Fate::id, Function.identity())),
                conflicts.counts(ids),
                barring.meeting(rows));
    }

    /** Of several rollouts. */
    record Surroundings(
            Map<UUID, List<ApprovalRow>> approvals,
            Map<UUID, Fate> fates,
            Map<UUID, Integer> conflicts,
            Map<UUID, Standing> quarantines) {
        int conflicts(RolloutRow row) {
            return conflicts.getOrDefault(row.id(), 0);
        }

        List<ApprovalRow> approvals(RolloutRow row) {
            return approvals.getOrDefault(row.id(), List.of());
        }

        Outside outside(RolloutRow row, RolloutSpec spec) {
            var quarantine = quarantines.get(row.id());
            return new Outside(
                    new Consent(standing(row), barred(row)),
                    dependencies(spec),
                    quarantine == null ? null : quarantine.sentence());
        }

        private List<Approval> standing(RolloutRow row) {
            return approvals(row).stream()
                    .filter(approval -> approval.voidWhy() == null)
                    .map(approval -> new Approval(approval.ordinal(), approval.actor(), approval.expiresAt()))
                    .toList();
        }

        private static Set<String> barred(RolloutRow row) {
            var barred = new HashSet<>(Set.of(row.createdBy()));
            if (row.editedBy() != null) {
                barred.add(row.editedBy());
            }
            return barred;
        }

        private List<Dependency> dependencies(RolloutSpec spec) {
            return spec.dependsOn().stream()
                    .flatMap(awaited ->
                            Stream.ofNullable(fates.get(awaited.rolloutId())).map(fate -> dependency(fate, awaited)))
                    .toList();
        }

        private static Dependency dependency(Fate fate, Awaited awaited) {
            return new Dependency(
                    fate.id().toString(),
                    fate.name(),
                    fate.phase(),
                    fate.finishedAt() != null,
                    fate.completed() ? fate.finishedAt() : null,
                    awaited.soak());
        }
    }
}
