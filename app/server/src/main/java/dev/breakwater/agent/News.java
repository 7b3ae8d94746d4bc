package dev.breakwater.agent;

import dev.breakwater.host.HostId;
import dev.breakwater.rollout.Desired;
import dev.breakwater.rollout.DirectiveChanged;
import dev.breakwater.rollout.Offers;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Brings changed directives to the polls that wait for them: one thread, and however many changes arrive meanwhile, one more look. */
@Component
class News implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(News.class);
    private static final int HOSTS_PER_QUERY = 1000;

    private final ParkedPolls polls;
    private final Offers offers;
    private final PollPace pace;
    private final AtomicBoolean rung = new AtomicBoolean();
    private final ExecutorService messenger =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("news").factory());

    News(ParkedPolls polls, Offers offers, PollPace pace) {
        this.polls = polls;
        this.offers = offers;
        this.pace = pace;
    }

    @EventListener
    void on(DirectiveChanged change) {
        if (rung.compareAndSet(false, true)) {
            messenger.execute(this::spread);
        }
    }

    @Override
    public void destroy() {
        messenger.shutdownNow();
    }

    private void spread() {
        rung.set(false);
        try {
            var waiting = polls.waiting();
            batches(waiting).forEach(this::tell);
        } catch (RuntimeException failed) {
            log.warn("Waiting polls were not told of a change; they will see it when they ask again", failed);
        }
    }

    private void tell(List<ParkedPoll> batch) {
        var wanted = offers.desired(batch.stream().map(ParkedPoll::host).collect(Collectors.toSet()));
        for (var poll : batch) {
            var desired = wanted.get(poll.host());
            if (desired != null) {
                poll.offer(state(poll.host(), desired));
            }
        }
    }

    private DesiredState state(HostId host, Desired desired) {
        return DesiredState.of(desired, pace.seconds(host, desired));
    }

    private static Stream<List<ParkedPoll>> batches(List<ParkedPoll> waiting) {
        return IntStream.iterate(0, start -> start < waiting.size(), start -> start + HOSTS_PER_QUERY)
                .mapToObj(start -> waiting.subList(start, Math.min(waiting.size(), start + HOSTS_PER_QUERY)));
    }
}
