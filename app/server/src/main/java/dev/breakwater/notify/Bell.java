package dev.breakwater.notify;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Wakes the reader as soon as this replica has written; what others write it finds by looking now and then. */
@Component
class Bell {
    private final BlockingQueue<Boolean> rung = new ArrayBlockingQueue<>(1);

    void ring() {
        rung.offer(true);
    }

    void await(Duration longest) throws InterruptedException {
        rung.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
    }
}
