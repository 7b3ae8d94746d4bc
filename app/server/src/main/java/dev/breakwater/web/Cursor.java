package dev.breakwater.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The keys of the last item of a page, opaque to clients. It names its list and carries a checksum, so that a cursor of
 * another list or a garbled one is refused; a forged one can only name a place in a list its bearer may read anyway.
 */
public record Cursor(String list, List<String> keys) {
    private static final String SEPARATOR = "\u001f";

    public Cursor {
        keys = List.copyOf(keys);
    }

    public static Cursor of(String list, Object... keys) {
        return new Cursor(list, Arrays.stream(keys).map(Object::toString).toList());
    }

    /** Empty for the first page. */
    public static Optional<Cursor> parse(String list, int keys, @Nullable String text) {
        return Optional.ofNullable(text).map(given -> decode(given).expect(list, keys));
    }

    public String text(int key) {
        return keys.get(key);
    }

    public UUID uuid(int key) {
        try {
            return UUID.fromString(keys.get(key));
        } catch (IllegalArgumentException _) {
            throw new InvalidCursor();
        }
    }

    public Instant instant(int key) {
        try {
            return Instant.parse(keys.get(key));
        } catch (DateTimeParseException _) {
            throw new InvalidCursor();
        }
    }

    public long number(int key) {
        try {
            return Long.parseLong(keys.get(key));
        } catch (NumberFormatException _) {
            throw new InvalidCursor();
        }
    }

    @Override
    public String toString() {
        var content = new ArrayList<>(List.of(list));
        content.addAll(keys);
        var plain = String.join(SEPARATOR, content);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((checksum(plain) + SEPARATOR + plain).getBytes(UTF_8));
    }

    private Cursor expect(String expectedList, int expectedKeys) {
        if (!list.equals(expectedList) || keys.size() != expectedKeys) {
            throw new InvalidCursor();
        }
        return this;
    }

    private static Cursor decode(String text) {
        try {
            var parts = List.of(new String(Base64.getUrlDecoder().decode(text), UTF_8).split(SEPARATOR, -1));
            if (parts.size() < 2) {
                throw new InvalidCursor();
            }
            var cursor = new Cursor(parts.get(1), parts.subList(2, parts.size()));
            if (!cursor.toString().equals(text)) {
                throw new InvalidCursor();
            }
            return cursor;
        } catch (IllegalArgumentException _) {
            throw new InvalidCursor();
        }
    }

    private static String checksum(String plain) {
        var crc = new CRC32();
        crc.update(plain.getBytes(UTF_8));
        return Long.toHexString(crc.getValue());
    }
}
