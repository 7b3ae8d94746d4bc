package dev.breakwater.rollout.web;

import dev.breakwater.rollout.RolloutId;
import dev.breakwater.rollout.RolloutQueries;
import dev.breakwater.rollout.gate.GateEvidence;
import dev.breakwater.rollout.gate.GateEvidence.Evaluation;
import dev.breakwater.rollout.gate.GateEvidence.WaveGate;
import dev.breakwater.web.Limit;
import dev.breakwater.web.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the gates of a rollout say. */
@RestController
@RequestMapping("/api/v1/rollouts/{id}/gates")
class RolloutGateController {
    private final RolloutQueries rollouts;
    private final GateEvidence evidence;

    RolloutGateController(RolloutQueries rollouts, GateEvidence evidence) {
        this.rollouts = rollouts;
        this.evidence = evidence;
    }

    /** All there are, by wave and name: a rollout has at most 20 for each of its 50 waves. */
    @GetMapping
    Page<WaveGate> listRolloutGates(@PathVariable UUID id) {
        rollouts.get(new RolloutId(id));
        return new Page<>(evidence.latest(id), null);
    }

    @GetMapping("/evaluations")
    Page<Evaluation> listGateEvaluations(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String wave,
            @RequestParam(required = false) @Nullable String gate,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        rollouts.get(new RolloutId(id));
        return evidence.history(id, wave, gate, Limit.of(limit), cursor);
    }
}
