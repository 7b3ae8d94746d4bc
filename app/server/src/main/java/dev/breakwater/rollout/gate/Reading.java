package dev.breakwater.rollout.gate;

import dev.breakwater.rollout.engine.GateVerdict;
import dev.breakwater.rollout.gate.Definition.Patience;

/**
 * An answer as it counts, under the gate's own rules for no data and for errors.
 *
 * @param pauses no patience is left: a person is needed
 * @param errors how many times in a row the gate could not be asked
 */
record Reading(GateVerdict verdict, boolean pauses, String why, int errors) {

    static Reading of(Finding finding, Patience patience, int errorsBefore) {
        return switch (finding.verdict()) {
            case PASS, FAIL -> new Reading(finding.verdict(), false, finding.why(), 0);
            case INCONCLUSIVE -> new Reading(GateVerdict.INCONCLUSIVE, true, finding.why(), 0);
            case NO_DATA -> noData(finding.why(), patience.onNoData());
            case ERROR -> error(finding.why(), patience.consecutiveErrors(), errorsBefore + 1);
        };
    }

    private static Reading noData(String why, NoDataPolicy onNoData) {
        return switch (onNoData) {
            case WAIT -> new Reading(GateVerdict.NO_DATA, false, why, 0);
            case PAUSE -> new Reading(GateVerdict.NO_DATA, true, why, 0);
            case FAIL -> new Reading(GateVerdict.FAIL, false, why + ", which counts as a failure", 0);
            case PASS -> new Reading(GateVerdict.PASS, false, why + ", which counts as a pass", 0);
        };
    }

    private static Reading error(String why, int most, int errors) {
        var counted = errors == 1 ? why : "%s (%d times in a row)".formatted(why, errors);
        return new Reading(GateVerdict.ERROR, errors >= most, counted, errors);
    }
}
