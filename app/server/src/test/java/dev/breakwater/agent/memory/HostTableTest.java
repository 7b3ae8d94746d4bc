package dev.breakwater.agent.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.identity.Secrets;
import dev.breakwater.rollout.Desired.Basis;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostTableTest {
    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
    private static final UUID ROLLOUT = UUID.randomUUID();
    private static final Basis WAVE_0 = new Basis(ROLLOUT, 0, false, null);
    private static final String TAG = tag("what it was told");

    private final HostTable table = new HostTable(Clock.fixed(NOW, ZoneOffset.UTC), 0);
    private final UUID host = host("a");

    @Test
    void a_host_is_known_by_its_credential() {
        assertThat(table.host(hash("a"))).contains(host);
        assertThat(table.host(hash("b"))).isEmpty();
    }

    @Test
    void what_a_host_was_told_holds_for_it_alone() {
        remember(host, TAG, WAVE_0);
        host("b");
        assertThat(told("a", TAG)).isTrue();
        assertThat(told("a", tag("something else"))).isFalse();
        assertThat(told("b", TAG)).isFalse();
    }

    @Test
    void a_change_about_the_host_ends_it() {
        remember(host, TAG, WAVE_0);
        table.forget(List.of(host));
        assertThat(told("a", TAG)).isFalse();
    }

    @Test
    void a_change_of_the_waves_orders_ends_it_for_every_host_of_the_wave_and_for_no_other() {
        var other = host("b");
        remember(host, TAG, WAVE_0);
        remember(other, TAG, new Basis(ROLLOUT, 1, false, null));
        table.ordersChanged(ROLLOUT, 0);
        assertThat(told("a", TAG)).isFalse();
        assertThat(told("b", TAG)).isTrue();
        table.ordersChanged(ROLLOUT);
        assertThat(told("b", TAG)).isFalse();
    }

    @Test
    void a_name_that_may_mean_another_generation_ends_ways_back_only() {
        var other = host("b");
        remember(host, TAG, new Basis(ROLLOUT, 0, true, null));
        remember(other, TAG, WAVE_0);
        table.namesChanged();
        assertThat(told("a", TAG)).isFalse();
        assertThat(told("b", TAG)).isTrue();
    }

    @Test
    void a_hold_that_has_ended_ends_it() {
        remember(host, TAG, new Basis(null, 0, false, NOW.plusSeconds(1)));
        assertThat(told("a", TAG)).isTrue();
        remember(host, TAG, new Basis(null, 0, false, NOW));
        assertThat(told("a", TAG)).isFalse();
    }

    @Test
    void what_was_read_before_a_change_is_not_remembered_after_it() {
        var ticket = table.ticket(host);
        table.forget(List.of(host));
        table.remember(ticket, host, TAG, WAVE_0);
        assertThat(told("a", TAG)).isFalse();
        var older = table.ticket(host);
        table.ordersChanged(UUID.randomUUID(), 0);
        table.remember(older, host, TAG, WAVE_0);
        assertThat(told("a", TAG)).isFalse();
    }

    @Test
    void a_new_credential_makes_the_old_one_worthless() {
        remember(host, TAG, WAVE_0);
        put(host, "new");
        assertThat(table.host(hash("a"))).isEmpty();
        assertThat(table.host(hash("new"))).contains(host);
        assertThat(told("new", TAG)).isFalse();
    }

    @Test
    void who_polled_is_told_once() {
        table.saw(0);
        table.saw(0);
        assertThat(table.drainSeen()).containsExactly(host);
        assertThat(table.drainSeen()).isEmpty();
    }

    @Test
    void a_host_repeats_what_it_reported_last() {
        table.reported(table.reporting(host), host, 7);
        assertThat(repeats("a", 7)).isTrue();
        assertThat(repeats("a", 8)).isFalse();
        host("b");
        assertThat(repeats("b", 7)).isFalse();
    }

    @Test
    void a_report_that_must_not_be_repeated_ends_it() {
        table.reported(table.reporting(host), host, 7);
        table.reported(table.reporting(host), host, 0);
        assertThat(repeats("a", 7)).isFalse();
        assertThat(repeats("a", 0)).isFalse();
    }

    @Test
    void while_a_report_is_written_down_nothing_is_a_repetition() {
        table.reported(table.reporting(host), host, 7);
        table.reporting(host);
        assertThat(repeats("a", 7)).isFalse();
    }

    @Test
    void of_reports_that_overlap_none_is_remembered() {
        var first = table.reporting(host);
        var second = table.reporting(host);
        table.reported(second, host, 8);
        table.reported(first, host, 7);
        assertThat(repeats("a", 7)).isFalse();
        assertThat(repeats("a", 8)).isFalse();
    }

    @Test
    void a_change_about_the_host_or_of_names_or_another_replicas_word_ends_repetitions() {
        for (Runnable change : List.<Runnable>of(
                () -> table.forget(List.of(host)), table::namesChanged, () -> table.saidAnew(List.of(host)))) {
            var ticket = table.reporting(host);
            change.run();
            table.reported(ticket, host, 7);
            assertThat(repeats("a", 7)).isFalse();
            table.reported(table.reporting(host), host, 7);
            change.run();
            assertThat(repeats("a", 7)).isFalse();
        }
    }

    private boolean repeats(String credential, long print) {
        var bits = ByteBuffer.wrap(hash(credential));
        return table.repeats(bits.getLong(), bits.getLong(), print) != HostTable.NONE;
    }

    @Test
    void a_host_takes_less_than_90_bytes() {
        assertThat(new HostTable(Clock.systemUTC(), 1_000_000).bytes()).isLessThan(90_000_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatever_is_put_and_removed_it_finds_what_a_map_finds(long seed) {
        var random = new Random(seed);
        var expected = new HashMap<Integer, UUID>();
        for (var step = 0; step < 20_000; step++) {
            var number = random.nextInt(4_000);
            var id = new UUID(0, number);
            if (random.nextInt(3) > 0) {
                put(id, "host " + number);
                expected.put(number, id);
            } else {
                table.remove(id);
                expected.remove(number);
            }
        }
        for (var number = 0; number < 4_000; number++) {
            assertThat(table.host(hash("host " + number)).orElse(null)).isEqualTo(expected.get(number));
        }
        assertThat(table.size()).isEqualTo(expected.size() + 1);
    }

    private UUID host(String credential) {
        var id = UUID.randomUUID();
        put(id, credential);
        return id;
    }

    private void put(UUID id, String credential) {
        var bits = ByteBuffer.wrap(hash(credential));
        table.put(id, bits.getLong(), bits.getLong());
    }

    private void remember(UUID id, String tag, Basis basis) {
        table.remember(table.ticket(id), id, tag, basis);
    }

    private boolean told(String credential, String tag) {
        var bits = ByteBuffer.wrap(hash(credential));
        return table.told(bits.getLong(), bits.getLong(), Tag.high(tag), Tag.low(tag)) != HostTable.NONE;
    }

    private static byte[] hash(String credential) {
        return Secrets.sha256(credential);
    }

    private static String tag(String text) {
        return '"' + HexFormat.of().formatHex(Secrets.sha256(text), 0, 12) + '"';
    }
}
