package dev.breakwater.rollout.web;

import dev.breakwater.identity.MayOperate;
import dev.breakwater.rollout.profile.ProfileRequest;
import dev.breakwater.rollout.profile.ProfileView;
import dev.breakwater.rollout.profile.Profiles;
import dev.breakwater.web.Limit;
import dev.breakwater.web.Page;
import dev.breakwater.web.Revisions;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Profiles, known by their names. */
@RestController
@RequestMapping("/api/v1/profiles")
class ProfileController {
    private final Profiles profiles;

    ProfileController(Profiles profiles) {
        this.profiles = profiles;
    }

    @MayOperate
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ProfileView> createProfile(@RequestBody ProfileRequest request) {
        var profile = profiles.create(request);
        return ResponseEntity.created(URI.create("/api/v1/profiles/" + profile.name()))
                .eTag(Revisions.etag(profile.revision()))
                .body(profile);
    }

    @GetMapping
    Page<ProfileView> listProfiles(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return profiles.list(Limit.of(limit), cursor);
    }

    @GetMapping("/{name}")
    ResponseEntity<ProfileView> getProfile(@PathVariable String name) {
        return answer(profiles.get(name));
    }

    @GetMapping("/{name}/versions")
    Page<ProfileView> listProfileVersions(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return profiles.versions(name, Limit.of(limit), cursor);
    }

    @MayOperate
    @PutMapping("/{name}")
    ResponseEntity<ProfileView> replaceProfile(
            @PathVariable String name,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody ProfileRequest request) {
        return answer(profiles.replace(name, request, ifMatch));
    }

    @MayOperate
    @PatchMapping("/{name}")
    ResponseEntity<ProfileView> changeProfile(
            @PathVariable String name,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody ProfileRequest request) {
        return answer(profiles.change(name, request, ifMatch));
    }

    @MayOperate
    @PostMapping("/{name}/reset")
    ResponseEntity<ProfileView> resetProfile(
            @PathVariable String name, @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return answer(profiles.reset(name, ifMatch));
    }

    @MayOperate
    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteProfile(
            @PathVariable String name, @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        profiles.delete(name, ifMatch);
    }

    private static ResponseEntity<ProfileView> answer(ProfileView profile) {
        return Revisions.ok(profile, profile.revision());
    }
}
