package dev.breakwater.rollout.web;

import dev.breakwater.host.HostId;
import dev.breakwater.host.Selector;
import dev.breakwater.identity.Actors;
import dev.breakwater.identity.MayOperate;
import dev.breakwater.rollout.Resolutions;
import dev.breakwater.rollout.Resolutions.Resolution;
import dev.breakwater.rollout.Resolutions.Resolved;
import dev.breakwater.web.InvalidField;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets hosts go on that were held because the database had been restored to an earlier state than theirs. */
@RestController
@RequestMapping("/api/v1/hosts")
class ConflictController {
    private final Resolutions resolutions;

    ConflictController(Resolutions resolutions) {
        this.resolutions = resolutions;
    }

    @MayOperate
    @PostMapping("/{id}/resolve-conflict")
    Resolved resolveConflict(@PathVariable UUID id, @RequestBody ResolutionRequest request) {
        return resolutions.resolve(
                new HostId(id), request.requireDecision(), Actors.current(), request.requireReason());
    }

    @MayOperate
    @PostMapping("/resolve-conflicts")
    Resolved resolveConflicts(@RequestBody BulkResolutionRequest request) {
        var one = new ResolutionRequest(request.decision(), request.reason());
        if (request.selector() == null) {
            throw new InvalidField("/selector", "is required; \"\" means every host in conflict");
        }
        var selector = Selector.parse(request.selector());
        return resolutions.resolve(selector, one.requireDecision(), Actors.current(), one.requireReason());
    }

    record BulkResolutionRequest(
            @Nullable String selector,
            @Nullable Resolution decision,
            @Nullable String reason) {}

    record ResolutionRequest(
            @Nullable Resolution decision, @Nullable String reason) {
        private static final int LONGEST_REASON = 1000;

        Resolution requireDecision() {
            if (decision == null) {
                throw new InvalidField("/decision", "must be ADOPT or KEEP");
            }
            return decision;
        }

        String requireReason() {
            if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
                throw new InvalidField("/reason", "say why, in at most " + LONGEST_REASON + " characters");
            }
            return reason.strip();
        }
    }
}
