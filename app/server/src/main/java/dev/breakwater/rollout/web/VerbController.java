package dev.breakwater.rollout.web;

import dev.breakwater.identity.Actors;
import dev.breakwater.identity.MayApprove;
import dev.breakwater.identity.MayOperate;
import dev.breakwater.rollout.RolloutId;
import dev.breakwater.rollout.RolloutQueries;
import dev.breakwater.rollout.RolloutView;
import dev.breakwater.rollout.Rollouts;
import dev.breakwater.rollout.Verb;
import dev.breakwater.rollout.VerbRequest;
import dev.breakwater.web.Revisions;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Verbs: each says why, and answers the rollout as it is then. */
@RestController
@RequestMapping("/api/v1/rollouts/{id}")
class VerbController {
    private final Rollouts rollouts;
    private final RolloutQueries queries;

    VerbController(Rollouts rollouts, RolloutQueries queries) {
        this.rollouts = rollouts;
        this.queries = queries;
    }

    @MayOperate
    @PostMapping("/start")
    ResponseEntity<RolloutView> startRollout(
            @PathVariable UUID id,
            @RequestBody VerbRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return say(id, Verb.START, request, ifMatch);
    }

    @MayOperate
    @PostMapping("/pause")
    ResponseEntity<RolloutView> pauseRollout(
            @PathVariable UUID id,
            @RequestBody VerbRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return say(id, Verb.PAUSE, request, ifMatch);
    }

    @MayOperate
    @PostMapping("/resume")
    ResponseEntity<RolloutView> resumeRollout(
            @PathVariable UUID id,
            @RequestBody VerbRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return say(id, Verb.RESUME, request, ifMatch);
    }

    @MayOperate
    @PostMapping("/promote")
    ResponseEntity<RolloutView> promoteRollout(
            @PathVariable UUID id,
            @RequestBody VerbRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return say(id, Verb.PROMOTE, request, ifMatch);
    }

    @MayApprove
    @PostMapping("/approve")
    ResponseEntity<RolloutView> approveRollout(
            @PathVariable UUID id,
            @RequestBody VerbRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return say(id, Verb.APPROVE, request, ifMatch);
    }

    @MayApprove
    @PostMapping("/reject")
    ResponseEntity<RolloutView> rejectRollout(
            @PathVariable UUID id,
            @RequestBody VerbRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return say(id, Verb.REJECT, request, ifMatch);
    }

    @MayOperate
    @PostMapping("/halt")
    ResponseEntity<RolloutView> haltRollout(
            @PathVariable UUID id,
            @RequestBody VerbRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return say(id, Verb.HALT, request, ifMatch);
    }

    @MayOperate
    @PostMapping("/rollback")
    ResponseEntity<RolloutView> rollBackRollout(
            @PathVariable UUID id,
            @RequestBody VerbRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return say(id, Verb.ROLLBACK, request, ifMatch);
    }

    @MayOperate
    @PostMapping("/retry")
    ResponseEntity<RolloutView> retryRollout(
            @PathVariable UUID id,
            @RequestBody VerbRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return say(id, Verb.RETRY, request, ifMatch);
    }

    @MayOperate
    @PostMapping("/cancel")
    ResponseEntity<RolloutView> cancelRollout(
            @PathVariable UUID id,
            @RequestBody VerbRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return say(id, Verb.CANCEL, request, ifMatch);
    }

    @MayOperate
    @PostMapping("/supersede")
    ResponseEntity<RolloutView> supersedeRollout(
            @PathVariable UUID id,
            @RequestBody VerbRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return say(id, Verb.SUPERSEDE, request, ifMatch);
    }

    private ResponseEntity<RolloutView> say(UUID id, Verb verb, VerbRequest request, @Nullable String ifMatch) {
        var rollout = new RolloutId(id);
        rollouts.say(rollout, verb, request, Actors.current(), ifMatch);
        var view = queries.get(rollout);
        return Revisions.ok(view, view.revision());
    }
}
