package dev.breakwater.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LinkTest {
    private static final Instant AT = Instant.parse("2026-11-23T18:00:00.123456789Z");
    private static final Link FIRST = Link.after(null, entry(1, "ada", "started it"));

    @Test
    void the_first_entry_follows_zeros() {
        assertThat(FIRST.previousHash()).isEqualTo("0".repeat(64));
        assertThat(FIRST.follows(null)).isTrue();
    }

    @Test
    void an_entry_follows_the_one_before_it_and_no_other() {
        var second = Link.after(FIRST, entry(2, "ada", "stopped it"));
        var third = Link.after(second, entry(3, "ada", "started it"));
        assertThat(second.follows(FIRST)).isTrue();
        assertThat(third.follows(FIRST)).isFalse();
    }

    @Test
    void text_moved_from_one_field_to_the_next_changes_the_hash() {
        assertThat(entry(1, "ab", "c").hash(Entry.GENESIS))
                .isNotEqualTo(entry(1, "a", "bc").hash(Entry.GENESIS));
    }

    @Test
    void no_reason_is_not_an_empty_reason() {
        var without = new Entry(1, AT, "a", "b", "c", null, "d");
        var empty = new Entry(1, AT, "a", "b", "c", "", "d");
        assertThat(without.hash(Entry.GENESIS)).isNotEqualTo(empty.hash(Entry.GENESIS));
    }

    @Test
    void times_are_those_that_the_database_can_keep() {
        assertThat(FIRST.entry().at()).isEqualTo(Instant.parse("2026-11-23T18:00:00.123456Z"));
    }

    private static Entry entry(long seq, String actor, String message) {
        return new Entry(seq, AT, actor, "rollout.started", "rollouts/1", null, message);
    }
}
