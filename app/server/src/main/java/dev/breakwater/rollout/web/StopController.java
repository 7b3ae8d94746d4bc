package dev.breakwater.rollout.web;

import dev.breakwater.identity.Actors;
import dev.breakwater.identity.MayOperate;
import dev.breakwater.identity.Role;
import dev.breakwater.rollout.GlobalStop;
import dev.breakwater.rollout.GlobalStop.State;
import dev.breakwater.web.InvalidField;
import dev.breakwater.web.Revisions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The global stop. Any operator may stop; it takes an approver to let go. */
@RestController
@RequestMapping("/api/v1/stop")
class StopController {
    private final GlobalStop stop;

    StopController(GlobalStop stop) {
        this.stop = stop;
    }

    @GetMapping
    ResponseEntity<State> getStop() {
        var state = stop.state();
        return Revisions.ok(state, state.revision());
    }

    @MayOperate
    @PutMapping
    ResponseEntity<State> setStop(
            @RequestBody StopRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        var actor = Actors.current();
        if (!request.requireStopped() && actor.role().compareTo(Role.APPROVER) < 0) {
            throw new AccessDeniedException("It takes the role APPROVER to release the global stop.");
        }
        var state = stop.set(request.requireStopped(), actor, request.requireReason(), ifMatch);
        return Revisions.ok(state, state.revision());
    }

    record StopRequest(@Nullable Boolean stopped, @Nullable String reason) {
        private static final int LONGEST_REASON = 1000;

        boolean requireStopped() {
            if (stopped == null) {
                throw new InvalidField("/stopped", "is required");
            }
            return stopped;
        }

        String requireReason() {
            if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
                throw new InvalidField("/reason", "say why, in at most " + LONGEST_REASON + " characters");
            }
            return reason.strip();
        }
    }
}
