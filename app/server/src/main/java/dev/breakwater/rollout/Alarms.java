package dev.breakwater.rollout;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import dev.breakwater.rollout.store.RolloutStore;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Each rollout's next wake-up: {@code rollouts.wake_at} says when, one task of the scheduler rings. A task that is ringing just now
 * cannot be moved; it reads the column when it is done.
 */
@Component
class Alarms {
    static final TaskDescriptor<Void> WAKE = TaskDescriptor.of("rollout-wake");
    private static final Logger log = LoggerFactory.getLogger(Alarms.class);

    private final RolloutStore rollouts;
    private final ObjectProvider<SchedulerClient> scheduler;
    private final Waker waker;

    Alarms(RolloutStore rollouts, ObjectProvider<SchedulerClient> scheduler, Waker waker) {
        this.rollouts = rollouts;
        this.scheduler = scheduler;
        this.waker = waker;
    }

    /** In the decision's transaction. What is due at once need not wait for the scheduler to look. */
    void set(UUID rollout, @Nullable Instant wakeAt, Instant now) {
        rollouts.wakeAt(rollout, wakeAt);
        if (wakeAt == null) {
            return;
        }
        if (!wakeAt.isAfter(now)) {
            waker.wakeAfterCommit(rollout);
        }
        try {
            var alarm = WAKE.instance(rollout.toString()).build();
            scheduler.getObject().schedule(alarm, wakeAt, ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
        } catch (TaskInstanceException ringing) {
            log.debug("The alarm of rollout {} rings just now", rollout, ringing);
        }
    }
}
