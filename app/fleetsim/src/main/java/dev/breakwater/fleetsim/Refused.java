package dev.breakwater.fleetsim;

/** The server understood the request and said no. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    Refused(String what, int status, String why) {
        super("%s: %d %s".formatted(what, status, why));
        this.status = status;
    }

    int status() {
        return status;
    }
}
