package dev.breakwater.rollout;

import dev.breakwater.identity.Actor;
import dev.breakwater.identity.Role;
import dev.breakwater.rollout.engine.Phase.Halted;
import dev.breakwater.rollout.engine.WaveState;
import dev.breakwater.rollout.engine.policy.RollbackPermission;
import dev.breakwater.rollout.store.RolloutRow;
import dev.breakwater.rollout.store.WaveRow;
import dev.breakwater.rollout.store.WaveStore;
import dev.breakwater.web.InvalidField;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a verb asks for beyond its phase: a generation that may be offered, a role, the wave that was meant. */
@Component
class VerbTerms {
    private final Barring barring;
    private final WaveStore waves;
    private final SpecJson specs;

    VerbTerms(Barring barring, WaveStore waves, SpecJson specs) {
        this.barring = barring;
        this.waves = waves;
        this.specs = specs;
    }

    /** Throws where the verb must not be carried out; answers why nothing is left to do, if so. */
    Optional<String> check(RolloutRow row, Verb verb, @Nullable String wave, Actor actor) {
        return switch (verb) {
            case APPROVE -> {
                barring.requireOfferable(row);
                yield meant(row, verb, wave);
            }
            case PROMOTE -> meant(row, verb, wave);
            case RETRY -> {
                barring.requireOfferable(row);
                requireRole(row, verb, actor);
                yield Optional.empty();
            }
            case ROLLBACK -> {
                requireRole(row, verb, actor);
                yield Optional.empty();
            }
            case START -> {
                barring.requireOfferable(row);
                yield Optional.empty();
            }
            case SCHEDULE, PAUSE, RESUME, REJECT, HALT, SKIP_HOST, CANCEL, SUPERSEDE -> Optional.empty();
        };
    }

    private void requireRole(RolloutRow row, Verb verb, Actor actor) {
        var back = verb == Verb.ROLLBACK || (row.phase() instanceof Halted halted && halted.takingBack());
        var asked = specs.read(row.spec()).rollback() == RollbackPermission.APPROVAL;
        if (back && asked && actor.role().compareTo(Role.APPROVER) < 0) {
            throw new RollbackNeedsApprover();
        }
    }

    /** A wave that has passed was promoted or approved already; another than the present one is a misunderstanding. */
    private Optional<String> meant(RolloutRow row, Verb verb, @Nullable String name) {
        if (name == null) {
            return Optional.empty();
        }
        var meant = waves.of(row.id()).stream()
                .filter(wave -> wave.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidField("/wave", "the rollout has no wave of this name"));
        if (meant.state() == WaveState.PASSED) {
            return Optional.of("wave %s has passed already".formatted(name));
        }
        if (isAhead(meant)) {
            throw new VerbNotAllowed(verb.toString(), row.phase().name(), "wave %s is not under way".formatted(name));
        }
        return Optional.empty();
    }

    private static boolean isAhead(WaveRow wave) {
        return wave.state() == WaveState.PENDING;
    }
}
