package dev.breakwater.rollout;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.breakwater.rollout.store.RolloutStore;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What rings when nothing else does. The scheduler shares these among replicas and takes over from one that died. */
@Configuration(proxyBeanMethods = false)
class Timers {
    private static final Duration SWEEP_EVERY = Duration.ofSeconds(10);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    @Bean
    Task<Void> rolloutWake(ObjectProvider<Ticker> ticker, RolloutStore rollouts) {
        return Tasks.custom(Alarms.WAKE)
                .onFailureReschedule(FixedDelay.of(RETRY_AFTER))
                .onDeadExecutionRevive()
                .execute((instance, _) -> {
                    var rollout = UUID.fromString(instance.getId());
                    ticker.getObject().sweep(rollout);
                    return again(rollouts, rollout);
                });
    }

    /** Also what resumes every rollout after a restart: its first run is at once. */
    @Bean
    Task<Void> rolloutSweep(ObjectProvider<Ticker> ticker, ObjectProvider<Sweeper> sweeper, RolloutStore rollouts) {
        return Tasks.recurring("rollout-sweep", FixedDelay.of(SWEEP_EVERY)).execute((_, _) -> {
            sweeper.getObject().wake();
            rollouts.running().forEach(ticker.getObject()::sweepSafely);
        });
    }

    /** As the column says now: the decision that has just rung may have been followed by others. */
    private static CompletionHandler<Void> again(RolloutStore rollouts, UUID rollout) {
        return (complete, alarm) -> rollouts.wakeAt(rollout)
                .ifPresentOrElse(at -> alarm.reschedule(complete, notPast(complete.getTimeDone(), at)), alarm::remove);
    }

    private static Instant notPast(Instant now, Instant at) {
        return at.isBefore(now) ? now : at;
    }
}
