package dev.breakwater.rollout;

import dev.breakwater.rollout.store.CommandStore;
import dev.breakwater.rollout.store.CommandStore.Ended;
import dev.breakwater.rollout.store.CommandStore.Range;
import dev.breakwater.rollout.store.SweepStore;
import dev.breakwater.rollout.store.SweepStore.Defer;
import dev.breakwater.rollout.store.SweepStore.Release;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a decision does to the rows of hosts: at once where they are few, after it has committed where they are many. A directive is one
 * row and holds from its commit on; what is left here changes nothing that a host is told meanwhile.
 */
@Component
class Sweeping {
    /** As many as a decision writes in some ten milliseconds. */
    private static final int MANY = 1_000;

    private static final int BATCH = 5_000;

    private final CommandStore hosts;
    private final SweepStore sweeps;
    private final Sweeper sweeper;
    private final Waker waker;

    Sweeping(CommandStore hosts, SweepStore sweeps, Sweeper sweeper, Waker waker) {
        this.hosts = hosts;
        this.sweeps = sweeps;
        this.sweeper = sweeper;
        this.waker = waker;
    }

    /** Hosts that are away or held when their wave opens block nobody. */
    void defer(UUID rollout, int wave, Instant unheardSince, Instant now) {
        if (hosts.inWave(rollout, wave) < MANY) {
            hosts.defer(rollout, wave, unheardSince, now);
        } else {
            sweeps.add(new Defer(rollout, wave, now, unheardSince));
            sweeper.wakeAfterCommit();
        }
    }

    /** The rollout is over, and lets go of its hosts. */
    void release(UUID rollout, Ended ended, Instant now) {
        if (hosts.inRollout(rollout) < MANY) {
            hosts.release(rollout, ended, now, Range.ALL);
        } else {
            sweeps.add(new Release(rollout, now, ended, Range.ALL.after()));
            sweeper.wakeAfterCommit();
        }
    }

    /** Lets go of all that is still held by rollouts that are over: whoever plans asks what their hosts have proved. */
    void finishReleases() {
        for (var sweep : sweeps.releases()) {
            if (sweep instanceof Release release) {
                hosts.release(
                        release.rollout(),
                        release.ended(),
                        release.at(),
                        new Range(release.doneTo(), Range.ALL.upTo()));
                sweeps.done(release);
            }
        }
    }

    /** One batch of the oldest; whether there was any. */
    @Transactional
    public boolean step() {
        var next = sweeps.next();
        next.ifPresent(sweep -> {
            switch (sweep) {
                case Defer defer -> defer(defer);
                case Release release -> release(release);
            }
        });
        return next.isPresent();
    }

    /** Unless the wave was directed elsewhere since. */
    private void defer(Defer defer) {
        hosts.deferLater(defer.rollout(), defer.wave(), defer.unheardSince(), defer.at());
        sweeps.done(defer);
        waker.wakeAfterCommit(defer.rollout());
    }

    private void release(Release release) {
        var upTo = sweeps.upTo(release, BATCH);
        if (upTo == null) {
            sweeps.done(release);
            return;
        }
        hosts.release(release.rollout(), release.ended(), release.at(), new Range(release.doneTo(), upTo));
        sweeps.advance(release, upTo);
    }
}
