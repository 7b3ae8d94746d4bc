package dev.breakwater.rollout.web;

import dev.breakwater.identity.Actors;
import dev.breakwater.identity.MayApprove;
import dev.breakwater.identity.MayOperate;
import dev.breakwater.rollout.RolloutId;
import dev.breakwater.rollout.RolloutQueries;
import dev.breakwater.rollout.RolloutView;
import dev.breakwater.rollout.Rollouts;
import dev.breakwater.rollout.ScheduleRequest;
import dev.breakwater.rollout.Scheduling;
import dev.breakwater.rollout.SkipHostRequest;
import dev.breakwater.rollout.Skips;
import dev.breakwater.rollout.SupersedeRequest;
import dev.breakwater.rollout.Superseding;
import dev.breakwater.rollout.Verb;
import dev.breakwater.rollout.VerbRequest;
import dev.breakwater.web.Revisions;
import java.util.Optional;
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
    private final Scheduling scheduling;
    private final Skips skips;
    private final Superseding superseding;
    private final RolloutQueries queries;

    VerbController(
            Rollouts rollouts, Scheduling scheduling, Skips skips, Superseding superseding, RolloutQueries queries) {
        this.rollouts = rollouts;
        this.scheduling = scheduling;
        this.skips = skips;
        this.superseding = superseding;
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
    @PostMapping("/schedule")
    ResponseEntity<RolloutView> scheduleRollout(
            @PathVariable UUID id,
            @RequestBody ScheduleRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return answer(id, scheduling.schedule(new RolloutId(id), request, Actors.current(), ifMatch));
    }

    @MayOperate
    @PostMapping("/skip-host")
    ResponseEntity<RolloutView> skipHost(
            @PathVariable UUID id,
            @RequestBody SkipHostRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return answer(id, skips.skip(new RolloutId(id), request, Actors.current(), ifMatch));
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
            @RequestBody SupersedeRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return answer(id, superseding.supersede(new RolloutId(id), request, Actors.current(), ifMatch));
    }

    private ResponseEntity<RolloutView> say(UUID id, Verb verb, VerbRequest request, @Nullable String ifMatch) {
        return answer(id, rollouts.say(new RolloutId(id), verb, request, Actors.current(), ifMatch));
    }

    /** A verb said twice is harmless; the header says that nothing was left to do, and why. */
    private ResponseEntity<RolloutView> answer(UUID id, Optional<String> unchanged) {
        var view = queries.get(new RolloutId(id));
        var answer = ResponseEntity.ok().eTag(Revisions.etag(view.revision()));
        unchanged.ifPresent(why -> answer.header("Breakwater-Unchanged", why.replaceAll("[^ -~]", "?")));
        return answer.body(view);
    }
}
