package dev.breakwater.rollout;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Stands for a crash: any transaction that tells of this type of event dies before it commits. */
@Component
class Sabotage {
    volatile String type = "";

    @EventListener
    void on(RolloutEvent event) {
        if (event.type().equals(type)) {
            throw new IllegalStateException("sabotaged");
        }
    }
}
