package dev.breakwater.rollout.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworksTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "[::1]",
                "[::]",
                "[fe80::1]",
                "[fd00::1]",
                "[::ffff:10.0.0.1]",
                "[64:ff9b::a00:1]",
                "[2002:a00:1::]"
            })
    void networks_that_are_not_public_are_closed(String host) {
        assertThat(networks().objection("http://" + host + "/")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "[2606:4700::1]"})
    void public_ones_are_open(String host) {
        assertThat(networks().objection("https://" + host + "/")).isEmpty();
    }

    @Test
    void the_settings_open_what_they_name_and_no_more() {
        var networks = networks("10.0.0.0/8", "fd00::/8", "127.0.0.1");
        assertThat(networks.objection("http://10.200.0.1/")).isEmpty();
        assertThat(networks.objection("http://[fd12::1]/")).isEmpty();
        assertThat(networks.objection("http://127.0.0.1/")).isEmpty();
        assertThat(networks.objection("http://127.0.0.2/")).isPresent();
        assertThat(networks.objection("http://192.168.0.1/").orElseThrow()).contains("allowed-networks");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "http:///x",
                "http://user@8.8.8.8/",
                "http://8.8.8.8/#x",
                "8.8.8.8",
                "http://a b/"
            })
    void only_plain_web_addresses_are_taken(String url) {
        assertThat(networks().objection(url)).isPresent();
    }

    @Test
    void a_block_is_its_prefix() throws Exception {
        assertThat(Block.parse("10.0.0.0/9").contains(InetAddress.getByName("10.127.255.255")))
                .isTrue();
        assertThat(Block.parse("10.0.0.0/9").contains(InetAddress.getByName("10.128.0.0")))
                .isFalse();
        assertThatThrownBy(() -> Block.parse("10.0.0.0/33")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Block.parse("localhost")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Networks networks(String... allowed) {
        return new Networks(new GateProperties(List.of(allowed), 8, Duration.ofDays(90), null));
    }
}
