package dev.breakwater.rollout.web;

import dev.breakwater.identity.Actors;
import dev.breakwater.identity.MayApprove;
import dev.breakwater.identity.MayOperate;
import dev.breakwater.rollout.CalendarOverrides;
import dev.breakwater.rollout.RolloutId;
import dev.breakwater.rollout.RolloutQueries;
import dev.breakwater.rollout.RolloutView;
import dev.breakwater.rollout.VerbRequest;
import dev.breakwater.web.Revisions;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** It takes an approver to pass windows and freezes; any operator may let them hold again. */
@RestController
@RequestMapping("/api/v1/rollouts/{id}")
class CalendarOverrideController {
    private final CalendarOverrides overrides;
    private final RolloutQueries queries;

    CalendarOverrideController(CalendarOverrides overrides, RolloutQueries queries) {
        this.overrides = overrides;
        this.queries = queries;
    }

    @MayApprove
    @PostMapping("/override-calendars")
    ResponseEntity<RolloutView> overrideCalendars(
            @PathVariable UUID id,
            @RequestBody VerbRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        overrides.override(new RolloutId(id), request, Actors.current(), ifMatch);
        return rollout(id);
    }

    @MayOperate
    @DeleteMapping("/override-calendars")
    ResponseEntity<RolloutView> restoreCalendars(
            @PathVariable UUID id,
            @RequestBody VerbRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        overrides.restore(new RolloutId(id), request, Actors.current(), ifMatch);
        return rollout(id);
    }

    private ResponseEntity<RolloutView> rollout(UUID id) {
        var view = queries.get(new RolloutId(id));
        return Revisions.ok(view, view.revision());
    }
}
