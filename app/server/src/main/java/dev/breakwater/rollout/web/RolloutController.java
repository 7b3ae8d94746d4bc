package dev.breakwater.rollout.web;

import dev.breakwater.identity.Actors;
import dev.breakwater.identity.MayOperate;
import dev.breakwater.rollout.ExplainView;
import dev.breakwater.rollout.PlanView;
import dev.breakwater.rollout.RolloutExplanations;
import dev.breakwater.rollout.RolloutHosts;
import dev.breakwater.rollout.RolloutHosts.Filter;
import dev.breakwater.rollout.RolloutHosts.HostView;
import dev.breakwater.rollout.RolloutId;
import dev.breakwater.rollout.RolloutQueries;
import dev.breakwater.rollout.RolloutRequest;
import dev.breakwater.rollout.RolloutView;
import dev.breakwater.rollout.Rollouts;
import dev.breakwater.rollout.store.EventStore.EventRow;
import dev.breakwater.web.Limit;
import dev.breakwater.web.Page;
import dev.breakwater.web.Revisions;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Plans and rollouts. */
@RestController
@RequestMapping("/api/v1/rollouts")
class RolloutController {
    private final Rollouts rollouts;
    private final RolloutQueries queries;
    private final RolloutHosts hosts;
    private final RolloutExplanations explanations;

    RolloutController(Rollouts rollouts, RolloutQueries queries, RolloutHosts hosts, RolloutExplanations explanations) {
        this.rollouts = rollouts;
        this.queries = queries;
        this.hosts = hosts;
        this.explanations = explanations;
    }

    @PostMapping("/preview")
    PlanView previewRollout(@RequestBody RolloutRequest request) {
        return rollouts.preview(request);
    }

    @MayOperate
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<RolloutView> createRollout(@RequestBody RolloutRequest request) {
        var view = queries.get(rollouts.draft(request, Actors.current()));
        return ResponseEntity.created(URI.create("/api/v1/rollouts/" + view.id()))
                .eTag(Revisions.etag(view.revision()))
                .body(view);
    }

    @GetMapping
    Page<RolloutView> listRollouts(
            @RequestParam(required = false) @Nullable String phase,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return queries.list(phase, Limit.of(limit), cursor);
    }

    @GetMapping("/{id}")
    ResponseEntity<RolloutView> getRollout(@PathVariable UUID id) {
        var view = queries.get(new RolloutId(id));
        return Revisions.ok(view, view.revision());
    }

    @GetMapping("/{id}/plan")
    PlanView getPlan(@PathVariable UUID id) {
        return queries.plan(new RolloutId(id));
    }

    @GetMapping("/{id}/hosts")
    Page<HostView> listRolloutHosts(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String wave,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return hosts.list(new RolloutId(id), new Filter(wave, state), Limit.of(limit), cursor);
    }

    @GetMapping("/{id}/events")
    Page<EventRow> listRolloutEvents(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return queries.events(new RolloutId(id), Limit.of(limit), cursor);
    }

    @GetMapping("/{id}/explain")
    ExplainView explainRollout(@PathVariable UUID id) {
        return explanations.explain(new RolloutId(id));
    }
}
