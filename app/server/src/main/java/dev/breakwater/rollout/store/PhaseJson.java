package dev.breakwater.rollout.store;

import dev.breakwater.rollout.engine.Phase;
import dev.breakwater.rollout.engine.Phase.AwaitingApproval;
import dev.breakwater.rollout.engine.Phase.Cancelled;
import dev.breakwater.rollout.engine.Phase.Completed;
import dev.breakwater.rollout.engine.Phase.Draft;
import dev.breakwater.rollout.engine.Phase.Enlisting;
import dev.breakwater.rollout.engine.Phase.Halted;
import dev.breakwater.rollout.engine.Phase.Pausable;
import dev.breakwater.rollout.engine.Phase.PauseReason;
import dev.breakwater.rollout.engine.Phase.Paused;
import dev.breakwater.rollout.engine.Phase.RolledBack;
import dev.breakwater.rollout.engine.Phase.Rolling;
import dev.breakwater.rollout.engine.Phase.RollingBack;
import dev.breakwater.rollout.engine.Phase.Scheduled;
import dev.breakwater.rollout.engine.Phase.Soaking;
import dev.breakwater.rollout.engine.Phase.Superseded;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A phase as its word and the data of that phase alone. */
@Component
class PhaseJson {
    private final JsonMapper json;

    PhaseJson(JsonMapper json) {
        this.json = json;
    }

    String write(Phase phase) {
        return json.writeValueAsString(state(phase));
    }

    Phase read(String name, String state) {
        return phase(name, json.readTree(state));
    }

    private static Map<String, Object> state(Phase phase) {
        return switch (phase) {
            case Draft _, RolledBack _, Completed _, Cancelled _, Superseded _ -> Map.of();
            case Scheduled(var notBefore, var without) ->
                Map.of("notBefore", notBefore.toString(), "without", new TreeSet<>(without));
            case Rolling(int wave) -> Map.of("wave", wave);
            case Enlisting(int wave) -> Map.of("wave", wave, "enlisting", true);
            case Soaking(int wave, var until) -> Map.of("wave", wave, "until", until.toString());
            case AwaitingApproval(int wave) -> Map.of("wave", wave);
            case Paused(var resume, var reason, var why) ->
                Map.of("resume", resume.name(), "resumeState", state(resume), "reason", reason.name(), "why", why);
            case RollingBack(int wave, var why) -> Map.of("wave", wave, "why", why);
            case Halted(int wave, boolean takingBack, var why) ->
                Map.of("wave", wave, "takingBack", takingBack, "why", why);
        };
    }

    private static Phase phase(String name, JsonNode state) {
        return switch (name) {
            case "DRAFT" -> new Draft();
            case "SCHEDULED", "ROLLING", "SOAKING", "AWAITING_APPROVAL" -> pausable(name, state);
            case "PAUSED" -> paused(state);
            case "ROLLING_BACK" -> new RollingBack(wave(state), text(state, "why"));
            case "HALTED" ->
                new Halted(wave(state), state.required("takingBack").asBoolean(), text(state, "why"));
            case "ROLLED_BACK" -> new RolledBack();
            case "COMPLETED" -> new Completed();
            case "CANCELLED" -> new Cancelled();
            case "SUPERSEDED" -> new Superseded();
            default -> throw new IllegalStateException("no phase is called " + name);
        };
    }

    private static Pausable pausable(String name, JsonNode state) {
        return switch (name) {
            case "SCHEDULED" -> new Scheduled(Instant.parse(text(state, "notBefore")), without(state));
            case "ROLLING" ->
                state.path("enlisting").asBoolean(false) ? new Enlisting(wave(state)) : new Rolling(wave(state));
            case "SOAKING" -> new Soaking(wave(state), Instant.parse(text(state, "until")));
            case "AWAITING_APPROVAL" -> new AwaitingApproval(wave(state));
            default -> throw new IllegalStateException("a rollout cannot be paused while " + name);
        };
    }

    private static Paused paused(JsonNode state) {
        var resume = pausable(text(state, "resume"), state.required("resumeState"));
        return new Paused(resume, PauseReason.valueOf(text(state, "reason")), text(state, "why"));
    }

    private static Set<String> without(JsonNode state) {
        var without = new TreeSet<String>();
        state.path("without").forEach(id -> without.add(id.asString()));
        return without;
    }

    private static int wave(JsonNode state) {
        return state.required("wave").asInt();
    }

    private static String text(JsonNode state, String field) {
        return state.required(field).asString();
    }
}
