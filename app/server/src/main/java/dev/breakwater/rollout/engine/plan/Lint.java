package dev.breakwater.rollout.engine.plan;

/** Something in a plan that an operator should see before it runs; an ERROR must be mended first. */
public record Lint(Level level, String message) {

    public enum Level {
        WARNING,
        ERROR
    }

    public static Lint error(String message) {
        return new Lint(Level.ERROR, message);
    }

    public static Lint warning(String message) {
        return new Lint(Level.WARNING, message);
    }
}
