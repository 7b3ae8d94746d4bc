package dev.breakwater.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.BreakwaterIT;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@BreakwaterIT
@Transactional
class HistoryPartitionsIT {
    private static final Instant LATER = Instant.parse("2031-05-20T10:00:00Z");
    private static final Duration LONG = Duration.ofDays(36_500);

    @Autowired
    private HistoryStore history;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void this_month_and_the_next_two_have_partitions() {
        history.keep(LATER, LONG);
        history.keep(LATER, LONG);
        assertThat(partitions()).contains("host_history_2031_05", "host_history_2031_06", "host_history_2031_07");
    }

    @Test
    void lines_that_came_before_their_partition_move_into_it() {
        history.append(new HistoryStore.Line(new HostId(new UUID(7, 7)), LATER, "CURRENT", null, null, null));
        history.keep(LATER, LONG);
        assertThat(jdbc.sql("select tableoid::regclass::text from host_history where host_id = :id")
                        .param("id", new UUID(7, 7))
                        .query(String.class)
                        .single())
                .isEqualTo("host_history_2031_05");
    }

    @Test
    void partitions_past_keeping_are_dropped() {
        history.keep(LATER, LONG);
        history.keep(LATER.plus(Duration.ofDays(100)), Duration.ofDays(30));
        assertThat(partitions())
                .doesNotContain("host_history_2031_05", "host_history_2031_06")
                .contains("host_history_2031_08");
    }

    private List<String> partitions() {
        return jdbc.sql("select inhrelid::regclass::text from pg_inherits where inhparent = 'host_history'::regclass")
                .query(String.class)
                .list();
    }
}
