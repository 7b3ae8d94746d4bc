package dev.breakwater.rollout.engine.evidence;

/** How often hosts fail in rollouts that succeed: past experience, drawn towards one in a hundred while there is little of it. */
public final class BaseRate {

    public static final double FLOOR = 0.005;
    public static final double CAP = 0.05;

    /** Experience weighs as much as this belief once it has as many hosts. */
    private static final double BELIEVED_HOSTS = 100;

    private static final double BELIEVED_FAILURES = 1;

    private BaseRate() {}

    public static double of(Tally experience) {
        double shrunken = (experience.failed() + BELIEVED_FAILURES) / (experience.judged() + BELIEVED_HOSTS);
        return Math.clamp(shrunken, FLOOR, CAP);
    }
}
