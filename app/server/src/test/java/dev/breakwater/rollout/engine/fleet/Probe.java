package dev.breakwater.rollout.engine.fleet;

import dev.breakwater.rollout.engine.GateFact;
import dev.breakwater.rollout.engine.GateFact.Reading;
import dev.breakwater.rollout.engine.GateFact.Weight;
import dev.breakwater.rollout.engine.GateVerdict;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;

/** A gate and its provider: well, or hanging for hours, or failing to answer, or seeing something bad now and then. */
final class Probe {

    static final String NAME = "probe";
    private static final int PATIENCE = 4;

    private final boolean faulty;
    private final SplittableRandom chance;
    private Instant hangsUntil = Instant.MIN;
    private int errors;

    Probe(boolean faulty, SplittableRandom chance) {
        this.faulty = faulty;
        this.chance = chance;
    }

    /** Nothing while its provider hangs. */
    Optional<GateFact> ask(Instant now) {
        if (now.isBefore(hangsUntil)) {
            return Optional.empty();
        }
        GateVerdict verdict = verdict();
        if (faulty && chance.nextInt(40) == 0) {
            hangsUntil = now.plusSeconds(chance.nextInt(60, 20_000));
        }
        boolean unsure = verdict == GateVerdict.ERROR || verdict == GateVerdict.INCONCLUSIVE;
        errors = unsure ? errors + 1 : 0;
        return Optional.of(
                new GateFact(NAME, Weight.COUNTED, new Reading(verdict, errors >= PATIENCE, "simulated", now)));
    }

    private GateVerdict verdict() {
        if (!faulty) {
            return GateVerdict.PASS;
        }
        return switch (chance.nextInt(60)) {
            case 0 -> GateVerdict.FAIL;
            case 1, 2, 3, 4 -> GateVerdict.NO_DATA;
            case 5, 6, 7, 8 -> errors > 0 ? GateVerdict.ERROR : GateVerdict.INCONCLUSIVE;
            default -> errors > 0 && chance.nextInt(3) > 0 ? GateVerdict.ERROR : GateVerdict.PASS;
        };
    }
}
