package dev.breakwater.fleetsim;

import java.net.URI;

/** No answer came: ask again later. */
final class Unreachable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unreachable(URI uri, Exception cause) {
        super("no answer from %s: %s".formatted(uri, cause), cause);
    }
}
