package dev.breakwater.host;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes partitions of the history before they are needed, and drops those past keeping. */
@Configuration(proxyBeanMethods = false)
class HistoryKeeping {
    @Bean
    RecurringTask<Void> keepHostHistory(HistoryStore history, HostProperties properties, Clock clock) {
        return Tasks.recurring("keep-host-history", FixedDelay.of(Duration.ofHours(6)))
                .execute((_, _) -> history.keep(clock.instant(), properties.keepHistory()));
    }
}
