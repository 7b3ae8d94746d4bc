package dev.breakwater.fleetsim;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the server wants a host to run. */
record Desired(
        long epoch,
        Action action,
        String generation,
        @Nullable String ref,
        Duration poll) {
    enum Action {
        ACTIVATE,
        ROLLBACK,
        NONE
    }

    static Desired read(JsonNode body) {
        return new Desired(
                body.path("epoch").asLong(0),
                Action.valueOf(body.path("action").asString()),
                body.path("generation").asString(""),
                body.path("ref").asString(null),
                Duration.ofSeconds(body.path("pollSeconds").asLong(60)));
    }

    /** The same order for a host that has nothing left to do under it. */
    Desired nothing() {
        return new Desired(epoch, Action.NONE, generation, null, poll);
    }

    /** What to move to, if anything. */
    @Nullable
    String target() {
        return action == Action.NONE ? null : ref;
    }
}
