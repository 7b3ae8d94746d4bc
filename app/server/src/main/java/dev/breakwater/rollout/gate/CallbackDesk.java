package dev.breakwater.rollout.gate;

import dev.breakwater.identity.Secrets;
import dev.breakwater.web.InvalidField;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hears webhooks that call back. An answer that says nothing leaves its address as it was, for one that does. */
@Service
class CallbackDesk {
    private final LeaseStore leases;
    private final Answers answers;
    private final WebhookAnswers webhooks;
    private final Clock clock;

    CallbackDesk(LeaseStore leases, Answers answers, WebhookAnswers webhooks, Clock clock) {
        this.leases = leases;
        this.answers = answers;
        this.webhooks = webhooks;
        this.clock = clock;
    }

    @Transactional
    public void hear(String token, String body) {
        var lease = leases.calledBack(Secrets.sha256(token), clock.instant()).orElseThrow(CallbackGone::new);
        try {
            answers.keep(lease, webhooks.read(body));
        } catch (Unreachable unreadable) {
            throw new InvalidField("/verdict", String.valueOf(unreadable.getMessage()));
        }
    }
}
