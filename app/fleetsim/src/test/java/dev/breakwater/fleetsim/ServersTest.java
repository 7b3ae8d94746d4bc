package dev.breakwater.fleetsim;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServersTest {
    private static final URI ONE = URI.create("http://one");
    private static final URI TWO = URI.create("http://two");
    private static final URI THREE = URI.create("http://three");

    private long nanos = Long.MAX_VALUE - 1;
    private final Servers servers = new Servers(List.of(ONE, TWO, THREE), () -> nanos);

    @Test
    void each_is_asked_in_turn() {
        assertThat(List.of(servers.next(), servers.next(), servers.next(), servers.next()))
                .containsExactly(ONE, TWO, THREE, ONE);
    }

    @Test
    void one_that_broke_a_request_is_left_alone() {
        servers.broke(TWO);
        assertThat(List.of(servers.next(), servers.next(), servers.next())).doesNotContain(TWO);
    }

    @Test
    void after_a_while_it_is_asked_again() {
        servers.broke(TWO);
        nanos += Servers.LEFT_ALONE.toNanos();
        assertThat(List.of(servers.next(), servers.next(), servers.next())).contains(TWO);
    }

    @Test
    void when_all_broke_they_are_asked_all_the_same() {
        List.of(ONE, TWO, THREE).forEach(servers::broke);
        assertThat(List.of(servers.next(), servers.next(), servers.next())).containsExactly(ONE, TWO, THREE);
    }
}
