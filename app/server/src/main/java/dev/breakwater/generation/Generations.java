package dev.breakwater.generation;

import dev.breakwater.host.HostId;
import dev.breakwater.host.Selector;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The catalogue's entrance for other modules. */
@Component
public class Generations {
    public Optional<Generation> find(GenerationId id) {
        throw new UnsupportedOperationException();
    }

    /** One resolution for each of the hosts. A named artifact and one for everybody are two, not one. */
    public Map<HostId, Resolution> resolve(GenerationId id, Collection<HostForPlan> hosts) {
        throw new UnsupportedOperationException();
    }

    /** Must not be offered to hosts of the selector until released. Standing already: changes nothing. */
    public void quarantine(GenerationId id, Selector selector, String reason, @Nullable UUID rolloutId, String actor) {
        throw new UnsupportedOperationException();
    }

    public boolean isQuarantined(GenerationId id, Map<String, String> labels) {
        throw new UnsupportedOperationException();
    }
}
