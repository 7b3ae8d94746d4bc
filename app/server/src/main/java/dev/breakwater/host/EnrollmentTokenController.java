package dev.breakwater.host;

import dev.breakwater.identity.MayOperate;
import dev.breakwater.web.Limit;
import dev.breakwater.web.Page;
import dev.breakwater.web.ShownOnce;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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

@RestController
@RequestMapping("/api/v1/enrollment-tokens")
class EnrollmentTokenController {
    private final EnrollmentTokens tokens;

    EnrollmentTokenController(EnrollmentTokens tokens) {
        this.tokens = tokens;
    }

    @PostMapping
    @MayOperate
    @ShownOnce
    @ResponseStatus(HttpStatus.CREATED)
    IssuedToken createEnrollmentToken(@RequestBody NewEnrollmentToken wanted) {
        return tokens.issue(wanted);
    }

    @GetMapping
    Page<EnrollmentTokenView> listEnrollmentTokens(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return tokens.list(Limit.of(limit), cursor);
    }

    @DeleteMapping("/{id}")
    @MayOperate
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revokeEnrollmentToken(
            @PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        tokens.revoke(id, ifMatch);
    }
}
