package dev.breakwater.identity;

/** A secret that was sealed by another key, or for another purpose. Whoever knows it must enter it again. */
public final class Unsealable extends RuntimeException {
    Unsealable(Exception cause) {
        super("the secret was sealed by another key; enter it again", cause);
    }
}
