package dev.breakwater.host;

import dev.breakwater.identity.Actors;
import dev.breakwater.identity.Ids;
import dev.breakwater.identity.Secrets;
import dev.breakwater.web.Cursor;
import dev.breakwater.web.Limit;
import dev.breakwater.web.Page;
import dev.breakwater.web.Revisions;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What operators do with enrolment tokens. */
@Service
class EnrollmentTokens {
    private static final String LIST = "enrollment-tokens";
    private static final UUID LAST = new UUID(-1, -1);

    private final EnrollmentTokenRepository repository;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EnrollmentTokens(EnrollmentTokenRepository repository, ApplicationEventPublisher events, Clock clock) {
        this.repository = repository;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public IssuedToken issue(NewEnrollmentToken wanted) {
        wanted.check();
        var now = clock.instant();
        var secret = Secrets.newSecret("bwe");
        var token = new EnrollmentToken(
                Ids.next(now),
                Secrets.sha256(secret),
                wanted,
                now,
                Actors.current().name());
        repository.save(token);
        tell(
                "enrollment_token.created",
                "An enrolment token for %d hosts was created".formatted(wanted.maxUses()),
                token,
                now);
        return new IssuedToken(token.id(), secret);
    }

    @Transactional(readOnly = true)
    public Page<EnrollmentTokenView> list(Limit limit, @Nullable String cursor) {
        var before = Cursor.parse(LIST, 1, cursor).map(it -> it.uuid(0)).orElse(LAST);
        var rows = repository.findByIdLessThanAndRevokedAtIsNullOrderByIdDesc(
                before, org.springframework.data.domain.Limit.of(limit.plusOne()));
        return Page.of(rows, limit, row -> Cursor.of(LIST, row.id())).map(EnrollmentToken::view);
    }

    @Transactional
    public void revoke(UUID id, @Nullable String ifMatch) {
        var token = repository
                .findById(id)
                .filter(it -> !it.isRevoked())
                .orElseThrow(() -> new EnrollmentTokenNotFound(id));
        Revisions.allow(ifMatch, token.view().revision());
        var now = clock.instant();
        token.revoke(now);
        tell("enrollment_token.revoked", "An enrolment token was revoked", token, now);
    }

    private void tell(String type, String message, EnrollmentToken token, Instant now) {
        var text = token.description().isEmpty() ? message : message + ": " + token.description();
        events.publishEvent(new EnrollmentTokenChanged(
                now, type, token.id(), Actors.current().name(), text));
    }
}
