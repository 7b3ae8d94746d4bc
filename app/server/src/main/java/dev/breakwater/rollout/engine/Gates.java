package dev.breakwater.rollout.engine;

import dev.breakwater.rollout.engine.GateFact.Weight;
import dev.breakwater.rollout.engine.Phase.Advancing;
import dev.breakwater.rollout.engine.Phase.PauseReason;
import dev.breakwater.rollout.engine.Phase.Paused;
import dev.breakwater.rollout.engine.Phase.Soaking;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What gates have to say about going on: one that fails, fails its wave; one that cannot tell pauses it; and every one that counts must
 * have passed after the soak. None of them ever rolls back because it could not be asked.
 */
final class Gates {

    private Gates() {}

    static Optional<GateFact> failing(Wave wave) {
        return counted(wave).filter(gate -> gate.verdict() == GateVerdict.FAIL).findFirst();
    }

    /** The first that has not passed at that time or later. */
    static Optional<GateFact> closed(Wave wave, Instant since) {
        return counted(wave).filter(gate -> !gate.passedSince(since)).findFirst();
    }

    /** The first whose last word was not a pass. One that has not been asked again stands in nobody's way. */
    static Optional<GateFact> objecting(Wave wave) {
        return counted(wave)
                .filter(gate -> gate.reading() != null && gate.verdict() != GateVerdict.PASS)
                .findFirst();
    }

    static boolean guardStart(Wave first) {
        return first.gates().stream().anyMatch(gate -> gate.weight() == Weight.BEFORE_START);
    }

    /** What keeps the first wave from opening, asked at its start time or later. */
    static Optional<GateFact> barringStart(Wave first, Instant since) {
        return first.gates().stream()
                .filter(gate -> gate.weight() == Weight.BEFORE_START && !gate.passedSince(since))
                .findFirst();
    }

    /** Whether the wave must wait for a person, because a gate cannot tell or has not been heard for too long. */
    static boolean pause(Course course, Advancing advancing) {
        Optional<GateFact> undecided = undecided(course.wave(advancing.wave()), advancing, course.now());
        undecided.ifPresent(gate -> {
            String why = gate.sentence();
            course.move(new Paused(advancing, reason(gate.verdict()), why), Cause.engine(why));
        });
        return undecided.isPresent();
    }

    /** Paused by a gate, and none of them has anything to say against it any more. A person resumes it all the same. */
    static boolean recovered(Rollout rollout, Paused paused) {
        return paused.reason() != PauseReason.MANUAL
                && paused.reason() != PauseReason.RESTORED
                && paused.resume() instanceof Advancing held
                && closed(rollout.waves().get(held.wave()), Instant.MIN).isEmpty();
    }

    private static Optional<GateFact> undecided(Wave wave, Advancing advancing, Instant now) {
        Optional<GateFact> impatient = counted(wave).filter(GateFact::pauses).reduce(Gates::worst);
        if (impatient.isPresent() || !(advancing instanceof Soaking soaking)) {
            return impatient;
        }
        return now.isBefore(patience(wave, soaking)) ? Optional.empty() : closed(wave, soaking.until());
    }

    /** Until then gates may take their time after the soak. */
    static Instant patience(Wave wave, Soaking soaking) {
        return soaking.until().plus(wave.policy().deadline());
    }

    private static GateFact worst(GateFact worst, GateFact next) {
        return next.verdict().isWorseThan(worst.verdict()) ? next : worst;
    }

    private static PauseReason reason(GateVerdict verdict) {
        return switch (verdict) {
            case ERROR -> PauseReason.GATE_ERROR;
            case INCONCLUSIVE -> PauseReason.INCONCLUSIVE;
            case PASS, NO_DATA, FAIL -> PauseReason.NO_DATA;
        };
    }

    private static Stream<GateFact> counted(Wave wave) {
        List<String> known = wave.gates().stream().map(GateFact::name).toList();
        Stream<GateFact> unheard = wave.policy().clearance().gates().stream()
                .filter(name -> !known.contains(name))
                .map(name -> new GateFact(name, Weight.COUNTED, null));
        return Stream.concat(wave.gates().stream(), unheard).filter(GateFact::counts);
    }
}
