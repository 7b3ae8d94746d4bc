package dev.breakwater.rollout.engine.evidence;

/** Hosts whose outcome is known, and how many of them failed or fell silent. */
public record Tally(int judged, int failed) {

    public static final Tally NONE = new Tally(0, 0);

    public Tally {
        if (failed < 0 || judged < failed) {
            throw new IllegalArgumentException(failed + " of " + judged + " hosts");
        }
    }

    public Tally plus(Tally other) {
        return new Tally(judged + other.judged, failed + other.failed);
    }

    double rate() {
        return judged == 0 ? 0 : (double) failed / judged;
    }
}
