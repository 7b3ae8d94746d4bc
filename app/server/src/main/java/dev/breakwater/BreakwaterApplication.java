package dev.breakwater;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
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

    /** The only place that may name the system clock; everything else is given one. It ticks as PostgreSQL does, so that times survive being stored. */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));
    }
}
