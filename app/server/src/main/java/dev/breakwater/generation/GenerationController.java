package dev.breakwater.generation;

import dev.breakwater.identity.MayApprove;
import dev.breakwater.identity.MayOperate;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/generations")
class GenerationController {
    private final Catalogue catalogue;
    private final Quarantining quarantining;

    GenerationController(Catalogue catalogue, Quarantining quarantining) {
        this.catalogue = catalogue;
        this.quarantining = quarantining;
    }

    @PostMapping
    @MayOperate
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<GenerationView> registerGeneration(@RequestBody NewGeneration wanted) {
        var generation = catalogue.register(wanted);
        return ResponseEntity.created(URI.create("/api/v1/generations/" + generation.id()))
                .eTag(Revisions.etag(generation.revision()))
                .body(generation);
    }

    @GetMapping
    Page<GenerationView> listGenerations(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return catalogue.list(Limit.of(limit), cursor);
    }

    @GetMapping("/{id}")
    ResponseEntity<GenerationView> getGeneration(@PathVariable UUID id) {
        var generation = catalogue.get(new GenerationId(id));
        return Revisions.ok(generation, generation.revision());
    }

    @GetMapping("/{id}/artifacts")
    Page<Artifact> listArtifacts(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return catalogue.listArtifacts(new GenerationId(id), Limit.of(limit), cursor);
    }

    @PostMapping("/{id}/quarantine")
    @MayOperate
    ResponseEntity<GenerationView> quarantineGeneration(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Verdict verdict) {
        quarantining.quarantine(new GenerationId(id), verdict, ifMatch);
        return getGeneration(id);
    }

    @PostMapping("/{id}/release")
    @MayApprove
    ResponseEntity<GenerationView> releaseGeneration(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Verdict verdict) {
        quarantining.release(new GenerationId(id), verdict, ifMatch);
        return getGeneration(id);
    }
}
