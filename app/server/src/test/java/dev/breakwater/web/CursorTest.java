package dev.breakwater.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CursorTest {
    private static final UUID ID = UUID.fromString("01a2099a-9477-7000-a6ec-2882b9893036");
    private static final Instant AT = Instant.parse("2026-11-23T18:00:00.123456Z");

    @Test
    void a_cursor_gives_back_the_keys_it_was_made_of() {
        var cursor = Cursor.parse(
                        "hosts", 4, Cursor.of("hosts", "web-01", ID, AT, 7).toString())
                .orElseThrow();
        assertThat(cursor.text(0)).isEqualTo("web-01");
        assertThat(cursor.uuid(1)).isEqualTo(ID);
        assertThat(cursor.instant(2)).isEqualTo(AT);
        assertThat(cursor.number(3)).isEqualTo(7);
    }

    @Test
    void no_cursor_is_the_first_page() {
        assertThat(Cursor.parse("hosts", 1, null)).isEmpty();
    }

    @Test
    void a_cursor_of_another_list_is_refused() {
        var foreign = Cursor.of("rollouts", ID).toString();
        assertThatThrownBy(() -> Cursor.parse("hosts", 1, foreign)).isInstanceOf(InvalidCursor.class);
    }

    @Test
    void a_garbled_cursor_is_refused() {
        var cursor = Cursor.of("hosts", ID).toString();
        var garbled = cursor.substring(0, cursor.length() - 1) + (cursor.endsWith("A") ? "B" : "A");
        assertThatThrownBy(() -> Cursor.parse("hosts", 1, garbled)).isInstanceOf(InvalidCursor.class);
        assertThatThrownBy(() -> Cursor.parse("hosts", 1, "")).isInstanceOf(InvalidCursor.class);
    }

    @Test
    void a_key_of_the_wrong_kind_is_refused() {
        var cursor = Cursor.of("hosts", "web-01");
        assertThatThrownBy(() -> cursor.uuid(0)).isInstanceOf(InvalidCursor.class);
        assertThatThrownBy(() -> cursor.number(0)).isInstanceOf(InvalidCursor.class);
        assertThatThrownBy(() -> cursor.instant(0)).isInstanceOf(InvalidCursor.class);
    }
}
