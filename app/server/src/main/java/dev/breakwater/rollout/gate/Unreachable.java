package dev.breakwater.rollout.gate;

/** A gate could not be asked, or its answer not be understood. Says nothing about the generation. */
final class Unreachable extends RuntimeException {
    Unreachable(String why) {
        super(why);
    }
}
