package dev.breakwater.rollout;

import dev.breakwater.rollout.ClaimAnswer.Granted;
import dev.breakwater.rollout.ClaimAnswer.NotNow;
import dev.breakwater.rollout.ClaimAnswer.Withdrawn;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many hosts that ask at the same moment, and what they are told. */
final class AtOnce {
    private AtOnce() {}

    static String codeOf(ClaimAnswer answer) {
        return switch (answer) {
            case Granted _ -> "granted";
            case NotNow refusal -> refusal.code();
            case Withdrawn refusal -> refusal.code();
        };
    }

    static <T> List<T> atOnce(List<? extends Callable<T>> tasks) throws Exception {
        var ready = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = tasks.stream()
                    .map(task -> threads.submit(() -> {
                        ready.await();
                        return task.call();
                    }))
                    .toList();
            ready.countDown();
            var results = new ArrayList<T>();
            for (Future<T> future : running) {
                results.add(future.get());
            }
            return results;
        }
    }
}
