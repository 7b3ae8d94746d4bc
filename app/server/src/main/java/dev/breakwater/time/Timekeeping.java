package dev.breakwater.time;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Asks PostgreSQL what time it is, and measures how far this machine's own clock is off. */
public class Timekeeping implements MeterBinder {
    private static final Logger log = LoggerFactory.getLogger(Timekeeping.class);
    private static final int SECONDS_TO_ANSWER = 2;
    private static final LongSupplier MONOTONIC = System::nanoTime;

    private final DataSource database;
    private final Clock machine;
    private final DatabaseTime time;

    /** @param machine this machine's own clock */
    public Timekeeping(DataSource database, Clock machine) {
        this.database = database;
        this.machine = machine;
        this.time = new DatabaseTime(machine.instant(), MONOTONIC);
        look();
    }

    public Clock clock() {
        return time;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder(
                        "breakwater.clock.offset",
                        this,
                        timekeeping -> timekeeping.offset().toNanos() / 1e9)
                .baseUnit("seconds")
                .description("This machine's clock minus PostgreSQL's, which alone counts")
                .register(meters);
    }

    @Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT5S")
    final void look() {
        try (var connection = database.getConnection();
                var question = connection.prepareStatement("select clock_timestamp()")) {
            question.setQueryTimeout(SECONDS_TO_ANSWER);
            var asked = MONOTONIC.getAsLong();
            try (var answer = question.executeQuery()) {
                answer.next();
                time.read(answer.getObject(1, OffsetDateTime.class).toInstant(), asked);
            }
        } catch (SQLException unanswered) {
            log.debug("PostgreSQL was not asked the time; the monotonic clock goes on", unanswered);
        }
    }

    private Duration offset() {
        return Duration.between(time.instant(), machine.instant());
    }
}
