package dev.breakwater.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.breakwater.host.HostId;
import dev.breakwater.rollout.DirectiveChanged;
import dev.breakwater.rollout.RolloutId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NewsTest {
    private static final Duration WAIT = Duration.ofSeconds(30);
    private static final DirectiveChanged CHANGE = new DirectiveChanged(new RolloutId(UUID.randomUUID()));

    private final AgentProperties properties =
            new AgentProperties(Duration.ofSeconds(5), Duration.ofSeconds(60), WAIT, 10_000, 600, 0);
    private final PollPace pace = new PollPace(properties);
    private final ParkedPolls polls = new ParkedPolls(properties);
    private final FakeOffers offers = new FakeOffers();
    private final News news = new News(polls, offers, pace);

    @BeforeEach
    void open() {
        polls.start();
    }

    @AfterEach
    void close() {
        news.destroy();
    }

    @Test
    void a_change_answers_the_hosts_it_concerns_and_no_others() {
        var concerned = park();
        var other = park();
        offers.wanted.put(concerned.host(), FakeOffers.desire(7));
        news.on(CHANGE);
        await().until(() -> concerned.answer().hasResult());
        assertThat(other.answer().hasResult()).isFalse();
    }

    @Test
    void a_change_reaches_thousands_of_waiting_hosts() {
        List<ParkedPoll> waiting = Stream.generate(this::park).limit(2500).toList();
        waiting.forEach(poll -> offers.wanted.put(poll.host(), FakeOffers.desire(7)));
        news.on(CHANGE);
        await().until(() -> waiting.stream().allMatch(poll -> poll.answer().hasResult()));
    }

    @Test
    void a_failed_look_leaves_hosts_waiting_for_the_next() {
        var poll = park();
        offers.wanted.put(poll.host(), FakeOffers.desire(7));
        offers.broken = true;
        news.on(CHANGE);
        offers.broken = false;
        await().until(() -> {
            news.on(CHANGE);
            return poll.answer().hasResult();
        });
    }

    private ParkedPoll park() {
        var host = new HostId(UUID.randomUUID());
        var known = DesiredState.of(FakeOffers.NOTHING, pace.seconds(host, FakeOffers.NOTHING));
        return polls.park(host, new PollHeaders(known.etag(), "wait=30"), WAIT);
    }
}
