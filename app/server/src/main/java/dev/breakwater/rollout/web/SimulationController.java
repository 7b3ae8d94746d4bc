package dev.breakwater.rollout.web;

import dev.breakwater.rollout.RolloutRequest;
import dev.breakwater.rollout.Simulating;
import dev.breakwater.rollout.SimulationRequest;
import dev.breakwater.rollout.SimulationView;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Plays of rollouts. The body is a rollout's request, or a {@code rolloutId}, and beside it what is assumed. */
@RestController
@RequestMapping("/api/v1/rollouts")
class SimulationController {
    private static final Set<String> ASSUMED = Set.of("rolloutId", "defectRate", "runs", "seed");

    private final Simulating simulating;
    private final JsonMapper json;

    SimulationController(Simulating simulating, JsonMapper json) {
        this.simulating = simulating;
        this.json = json;
    }

    /** The fields of a body that are not of the rollout. */
    record Asked(
            @Nullable UUID rolloutId,
            @Nullable Double defectRate,
            @Nullable Integer runs,
            @Nullable Long seed) {}

    @PostMapping("/simulate")
    SimulationView simulateRollout(@RequestBody ObjectNode body) {
        var asked = read(body.deepCopy().retain(ASSUMED), Asked.class);
        var rollout = read(body.deepCopy().remove(ASSUMED), RolloutRequest.class);
        return simulating.simulate(
                new SimulationRequest(asked.rolloutId(), rollout, asked.defectRate(), asked.runs(), asked.seed()));
    }

    private <T> T read(JsonNode node, Class<T> type) {
        try {
            return json.treeToValue(node, type);
        } catch (JacksonException wrong) {
            throw new HttpMessageNotReadableException("not a simulation", wrong, new Read());
        }
    }

    /** The body has been read; nothing is left of it. */
    private static final class Read implements HttpInputMessage {
        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(new byte[0]);
        }

        @Override
        public HttpHeaders getHeaders() {
            return HttpHeaders.EMPTY;
        }
    }
}
