package dev.breakwater.notify;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps events for a week: long enough for any client to catch up, and the audit trail keeps what matters for good. */
@Configuration(value = "outboxRetention", proxyBeanMethods = false)
class Retention {
    private static final Duration KEPT = Duration.ofDays(7);

    @Bean
    RecurringTask<Void> forgetEvents(Outbox outbox, Clock clock) {
        return Tasks.recurring("forget-events", FixedDelay.of(Duration.ofHours(1)))
                .execute((_, _) -> outbox.forget(clock.instant().minus(KEPT)));
    }
}
