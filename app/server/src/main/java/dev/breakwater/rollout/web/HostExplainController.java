package dev.breakwater.rollout.web;

import dev.breakwater.host.HostId;
import dev.breakwater.rollout.ExplainView;
import dev.breakwater.rollout.HostExplanations;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Why a host is not updating: known to the rollout that steers it. */
@RestController
class HostExplainController {
    private final HostExplanations explanations;

    HostExplainController(HostExplanations explanations) {
        this.explanations = explanations;
    }

    @GetMapping("/api/v1/hosts/{id}/explain")
    ExplainView explainHost(@PathVariable UUID id) {
        return explanations.explain(new HostId(id));
    }
}
