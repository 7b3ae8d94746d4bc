package dev.breakwater.web;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets answers to repeated requests after a day. */
@Configuration(proxyBeanMethods = false)
class Retention {
    @Bean
    RecurringTask<Void> forgetIdempotencyKeys(IdempotencyKeys keys, Clock clock) {
        return Tasks.recurring("forget-idempotency-keys", FixedDelay.of(Duration.ofHours(1)))
                .execute((_, _) -> keys.forget(clock.instant().minus(IdempotencyKeys.KEPT)));
    }
}
