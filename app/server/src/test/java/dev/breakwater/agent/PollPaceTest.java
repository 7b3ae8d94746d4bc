package dev.breakwater.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.host.HostId;
import dev.breakwater.rollout.Desired;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PollPaceTest {
    private final PollPace pace = new PollPace(
            new AgentProperties(Duration.ofSeconds(5), Duration.ofSeconds(60), Duration.ofSeconds(60), 10, 600, 0));

    @Test
    void comes_back_soon_while_its_rollout_is_live() {
        assertThat(seconds(true)).allMatch(seconds -> seconds >= 4 && seconds <= 6);
    }

    @Test
    void comes_back_about_once_a_minute_otherwise() {
        assertThat(seconds(false)).allMatch(seconds -> seconds >= 54 && seconds <= 66);
    }

    @Test
    void spreads_a_fleet_over_its_whole_jitter() {
        assertThat(seconds(false).distinct()).hasSize(13);
    }

    @Test
    void tells_the_same_host_the_same_each_time() {
        var host = new HostId(UUID.randomUUID());
        assertThat(pace.seconds(host, desired(true))).isEqualTo(pace.seconds(host, desired(true)));
    }

    private LongStream seconds(boolean live) {
        var random = new Random(1);
        return Stream.generate(() -> new HostId(new UUID(random.nextLong(), random.nextLong())))
                .limit(1000)
                .mapToLong(host -> pace.seconds(host, desired(live)));
    }

    private static Desired desired(boolean live) {
        return new Desired(
                1, Desired.Action.NONE, null, null, null, Desired.Mode.SWITCH, null, live, Desired.Basis.NOBODY);
    }
}
