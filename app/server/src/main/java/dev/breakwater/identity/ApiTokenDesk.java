package dev.breakwater.identity;

import dev.breakwater.web.Limit;
import dev.breakwater.web.Revisions;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Issues and revokes API tokens. */
@Service
@Transactional
class ApiTokenDesk {
    private static final String PREFIX = "bwt";

    private final ApiTokens tokens;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ApiTokenDesk(ApiTokens tokens, ApplicationEventPublisher events, Clock clock) {
        this.tokens = tokens;
        this.events = events;
        this.clock = clock;
    }

    /** The only moment at which the secret is known. */
    record Issued(ApiToken token, String secret) {}

    @Transactional(readOnly = true)
    List<ApiToken> list(UUID after, Limit limit) {
        return tokens.findByIdGreaterThanOrderById(after, org.springframework.data.domain.Limit.of(limit.plusOne()));
    }

    @Transactional(readOnly = true)
    ApiToken get(UUID id) {
        return tokens.findById(id).orElseThrow(() -> NotFound.apiToken(id));
    }

    Issued issue(ApiTokenRequest request) {
        var secret = Secrets.newSecret(PREFIX);
        var actor = Actors.current().name();
        var token = tokens.saveAndFlush(new ApiToken(request, Secrets.sha256(secret), actor, clock.instant()));
        publish("token.issued", token, "was issued with the role " + token.role());
        return new Issued(token, secret);
    }

    void revoke(UUID id, @Nullable String ifMatch) {
        var token = get(id);
        Revisions.allow(ifMatch, token.revision());
        tokens.delete(token);
        publish("token.revoked", token, "was revoked");
    }

    private void publish(String type, ApiToken token, String what) {
        events.publishEvent(new IdentityChanged(
                clock.instant(),
                type,
                "api-tokens/" + token.id(),
                Actors.current().name(),
                "API token " + token.name() + " " + what));
    }
}
