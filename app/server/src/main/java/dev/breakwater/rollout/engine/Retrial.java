package dev.breakwater.rollout.engine;

import java.util.stream.IntStream;

/**
 * A second try after a halt: begins at the first wave that failed. Later waves are opened again in their turn; hosts that have settled stay
 * settled, and waves that passed before it keep their offer.
 */
final class Retrial {

    private Retrial() {}

    static void begin(Course course, Cause cause) {
        int first = IntStream.range(0, course.waves())
                .filter(i -> course.wave(i).state() == WaveState.FAILED)
                .findFirst()
                .orElseThrow();
        for (int i = 0; i < first; i++) {
            course.direct(i, Directive.OFFER);
        }
        for (int i = first + 1; i < course.waves(); i++) {
            course.change(i, later -> later.in(WaveState.PENDING));
        }
        course.begin(first, cause);
    }
}
