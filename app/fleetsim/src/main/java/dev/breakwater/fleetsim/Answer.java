package dev.breakwater.fleetsim;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the server answered: status, JSON body (a missing node when there is none), and the two headers that steer a host. */
record Answer(int status, JsonNode body, @Nullable String etag, Optional<Duration> retryAfter) {
    boolean succeeded() {
        return status >= 200 && status < 300;
    }

    Answer orThrow(String what) {
        if (!succeeded()) {
            throw new Refused(what, status, body.path("detail").asString(body.toString()));
        }
        return this;
    }
}
