package dev.breakwater.rollout;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** For what only the committed change may set off. */
final class AfterCommit {
    private AfterCommit() {}

    /** Once the caller's transaction has committed; never, if it does not. */
    static void run(Runnable task) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                task.run();
            }
        });
    }
}
