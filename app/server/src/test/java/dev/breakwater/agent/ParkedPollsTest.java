package dev.breakwater.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.host.HostId;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

class ParkedPollsTest {
    private static final Duration WAIT = Duration.ofSeconds(30);
    private static final PollHeaders KNOWS_OLD = new PollHeaders(state(1).etag(), "wait=30");

    private final HostId host = new HostId(UUID.randomUUID());
    private final ParkedPolls polls =
            new ParkedPolls(new AgentProperties(Duration.ofSeconds(5), Duration.ofSeconds(60), WAIT, 2, 600, 0));

    @BeforeEach
    void open() {
        polls.start();
    }

    @Test
    void news_answers_a_waiting_poll() {
        var poll = polls.park(host, KNOWS_OLD, WAIT);
        polls.leave(poll);
        assertThat(poll.answer().hasResult()).isFalse();
        assertThat(poll.offer(state(2))).isTrue();
        assertThat(poll.answer().getResult())
                .isEqualTo(ResponseEntity.ok().eTag(state(2).etag()).body(state(2)));
    }

    @Test
    void what_it_knows_already_leaves_it_waiting() {
        var poll = polls.park(host, KNOWS_OLD, WAIT);
        assertThat(poll.offer(state(1))).isFalse();
        assertThat(polls.leave(poll).hasResult()).isFalse();
    }

    @Test
    void a_newer_poll_of_the_same_host_answers_the_older() {
        var older = polls.park(host, KNOWS_OLD, WAIT);
        var newer = polls.park(host, KNOWS_OLD, WAIT);
        assertThat(status(older)).isEqualTo(HttpStatus.NOT_MODIFIED);
        assertThat(polls.waiting()).containsExactly(newer);
    }

    @Test
    void answers_at_once_where_there_is_no_room() {
        polls.park(new HostId(UUID.randomUUID()), KNOWS_OLD, WAIT);
        polls.park(new HostId(UUID.randomUUID()), KNOWS_OLD, WAIT);
        var third = polls.park(host, KNOWS_OLD, WAIT);
        polls.leave(third);
        assertThat(status(third)).isEqualTo(HttpStatus.NOT_MODIFIED);
        assertThat(polls.waiting()).hasSize(2);
    }

    @Test
    void answers_at_once_who_would_not_wait() {
        var poll = polls.park(host, KNOWS_OLD, Duration.ZERO);
        polls.leave(poll);
        assertThat(status(poll)).isEqualTo(HttpStatus.NOT_MODIFIED);
    }

    @Test
    void a_stopping_server_answers_everyone() {
        var poll = polls.park(host, KNOWS_OLD, WAIT);
        polls.stop();
        assertThat(status(poll)).isEqualTo(HttpStatus.NOT_MODIFIED);
    }

    private static DesiredState state(long epoch) {
        return DesiredState.of(FakeOffers.desire(epoch), 60);
    }

    private static Object status(ParkedPoll poll) {
        return ((ResponseEntity<?>) poll.answer().getResult()).getStatusCode();
    }
}
