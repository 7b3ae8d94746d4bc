package dev.breakwater.rollout.gate;

import dev.breakwater.identity.MayAdminister;
import dev.breakwater.identity.MayOperate;
import dev.breakwater.web.Limit;
import dev.breakwater.web.Page;
import dev.breakwater.web.Revisions;
import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A gate makes the server send requests and keeps a secret, so only those who administer define one. */
@RestController
@RequestMapping("/api/v1/gates")
class GateController {
    private final GateDesk desk;
    private final Trials trials;

    GateController(GateDesk desk, Trials trials) {
        this.desk = desk;
        this.trials = trials;
    }

    @PostMapping
    @MayAdminister
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<GateView> createGate(@RequestBody GateRequest request) {
        var gate = desk.create(request);
        return ResponseEntity.created(URI.create("/api/v1/gates/" + gate.id()))
                .eTag(Revisions.etag(gate.revision()))
                .body(gate);
    }

    @GetMapping
    Page<GateView> listGates(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return desk.list(Limit.of(limit), cursor);
    }

    @GetMapping("/{id}")
    ResponseEntity<GateView> getGate(@PathVariable UUID id) {
        var gate = desk.get(id);
        return Revisions.ok(gate, gate.revision());
    }

    @MayAdminister
    @PatchMapping("/{id}")
    ResponseEntity<GateView> changeGate(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody GateRequest request) {
        var gate = desk.change(id, request, ifMatch);
        return Revisions.ok(gate, gate.revision());
    }

    @MayAdminister
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteGate(
            @PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        desk.delete(id, ifMatch);
    }

    /** Asks it once, for a rollout's wave or none, and answers what it says; at most 20 seconds for each request it makes. */
    @MayOperate
    @PostMapping("/{id}/try")
    GateTrial tryGate(@PathVariable UUID id, @RequestBody(required = false) @Nullable TryRequest request) {
        return trials.hold(id, Objects.requireNonNullElse(request, TryRequest.NONE));
    }
}
