package dev.breakwater.rollout.gate;

import dev.breakwater.identity.Sealing;
import dev.breakwater.identity.Unsealable;
import java.net.http.HttpRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Opens the secret of a gate for the moment of a request. */
@Component
class Bearer {
    private final Sealing sealing;

    Bearer(Sealing sealing) {
        this.sealing = sealing;
    }

    Optional<String> secret(Definition gate) {
        try {
            return Optional.ofNullable(gate.secret()).map(kept -> sealing.open(GateDesk.PURPOSE, kept));
        } catch (Unsealable unsealable) {
            throw new Unreachable(String.valueOf(unsealable.getMessage()));
        }
    }

    HttpRequest.Builder authorize(HttpRequest.Builder request, Definition gate) {
        secret(gate).ifPresent(token -> request.header("Authorization", "Bearer " + token));
        return request;
    }
}
