package dev.breakwater;

import dev.breakwater.time.Timekeeping;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** The control plane. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class BreakwaterApplication {
    static void main(String[] arguments) {
        SpringApplication.run(BreakwaterApplication.class, arguments);
    }

    /** The only place that may name the system clock, to measure how far it is off; everything else is given PostgreSQL's time. */
    @Bean
    Timekeeping timekeeping(DataSource database) {
        return new Timekeeping(database, Clock.systemUTC());
    }

    @Bean
    Clock clock(Timekeeping timekeeping) {
        return timekeeping.clock();
    }

    /** When an alarm is due, and which replica's heart no longer beats, is told by the same time. */
    @Bean
    com.github.kagkarlsson.scheduler.Clock schedulerClock(Clock clock) {
        return clock::instant;
    }
}
