package dev.breakwater.identity;

import dev.breakwater.web.Cursor;
import dev.breakwater.web.Limit;
import dev.breakwater.web.Page;
import dev.breakwater.web.Revisions;
import dev.breakwater.web.ShownOnce;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The tokens of programs, for those who administer. */
@RestController
@RequestMapping("/api/v1/api-tokens")
@MayAdminister
class ApiTokenController {
    private static final String LIST = "api-tokens";
    private static final UUID FIRST = new UUID(0, 0);

    private final ApiTokenDesk desk;

    ApiTokenController(ApiTokenDesk desk) {
        this.desk = desk;
    }

    @Schema(name = "ApiToken")
    record ApiTokenView(
            UUID id,
            String name,
            Role role,
            Instant createdAt,
            String createdBy,
            @Nullable Instant expiresAt,
            long revision) {
        static ApiTokenView of(ApiToken token) {
            return new ApiTokenView(
                    token.id(),
                    token.name(),
                    token.role(),
                    token.createdAt(),
                    token.createdBy(),
                    token.expiresAt(),
                    token.revision());
        }
    }

    record IssuedApiToken(
            UUID id,
            String token,
            String name,
            Role role,
            @Nullable Instant expiresAt) {}

    @GetMapping
    Page<ApiTokenView> listApiTokens(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var size = Limit.of(limit);
        var after = Cursor.parse(LIST, 1, cursor).map(place -> place.uuid(0)).orElse(FIRST);
        return Page.of(desk.list(after, size), size, last -> Cursor.of(LIST, last.id()))
                .map(ApiTokenView::of);
    }

    @GetMapping("/{id}")
    ResponseEntity<ApiTokenView> getApiToken(@PathVariable UUID id) {
        var token = ApiTokenView.of(desk.get(id));
        return Revisions.ok(token, token.revision());
    }

    @PostMapping
    @ShownOnce
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<IssuedApiToken> createApiToken(@Valid @RequestBody ApiTokenRequest request) {
        var issued = desk.issue(request);
        var token = issued.token();
        return ResponseEntity.created(URI.create("/api/v1/api-tokens/" + token.id()))
                .body(new IssuedApiToken(token.id(), issued.secret(), token.name(), token.role(), token.expiresAt()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revokeApiToken(
            @PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        desk.revoke(id, ifMatch);
    }
}
