package dev.breakwater.fleetsim;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Asks again each second; a server that does not answer just now is asked again, too. */
final class Await {
    private static final long MILLIS_BETWEEN = 1000;

    private Await() {}

    /** Returns whether it came true in time. */
    static boolean until(Duration patience, BooleanSupplier condition) throws InterruptedException {
        var deadline = System.nanoTime() + patience.toNanos();
        while (!isTrue(condition)) {
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            Thread.sleep(MILLIS_BETWEEN);
        }
        return true;
    }

    private static boolean isTrue(BooleanSupplier condition) {
        try {
            return condition.getAsBoolean();
        } catch (Unreachable later) {
            return false;
        }
    }
}
