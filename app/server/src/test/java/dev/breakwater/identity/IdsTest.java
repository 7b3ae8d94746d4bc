package dev.breakwater.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {
    private static final Instant NOW = Instant.parse("2096-11-23T18:00:00.123Z");

    @Test
    void an_id_is_a_uuid_of_version_7_that_tells_its_time() {
        var id = Ids.next(NOW);
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isGreaterThanOrEqualTo(NOW.toEpochMilli());
    }

    @Test
    void ids_of_one_moment_sort_in_the_order_of_their_making() {
        var ids = Stream.generate(() -> Ids.next(NOW).toString()).limit(10_000).toList();
        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }
}
