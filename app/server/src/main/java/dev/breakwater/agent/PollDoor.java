package dev.breakwater.agent;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.DispatcherType;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The short ways of polls and of reports: one path each, ahead of all filters; and what shows how well they do. */
@Configuration(proxyBeanMethods = false)
class PollDoor {
    @Bean
    FilterRegistrationBean<PollFilter> pollFilter(Memory memory, ParkedPolls polls, MeterRegistry meters) {
        var registration = new FilterRegistrationBean<>(new PollFilter(memory, meters));
        registration.addUrlPatterns(PollFilter.PATH);
        registration.setDispatcherTypes(DispatcherType.REQUEST);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        gauges(memory, meters);
        Gauge.builder("breakwater.polls.held", polls, ParkedPolls::count)
                .description("Polls that wait for news")
                .register(meters);
        return registration;
    }

    @Bean
    FilterRegistrationBean<ReportFilter> reportFilter(Memory memory, PollPace pace, MeterRegistry meters) {
        var registration = new FilterRegistrationBean<>(new ReportFilter(memory, pace, meters));
        registration.addUrlPatterns(ReportFilter.PATH);
        registration.setDispatcherTypes(DispatcherType.REQUEST);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        FunctionCounter.builder("breakwater.memory.repeats", memory, Memory::repeats)
                .description("Reports that said nothing new, answered from memory")
                .register(meters);
        return registration;
    }

    private static void gauges(Memory memory, MeterRegistry meters) {
        Gauge.builder("breakwater.memory.hosts", memory, it -> it.table().size())
                .description("Hosts that this replica knows by itself")
                .register(meters);
        Gauge.builder("breakwater.memory.size", memory, it -> it.table().bytes())
                .baseUnit("bytes")
                .description("What they take")
                .register(meters);
        Gauge.builder("breakwater.memory.lag", memory, Memory::lagSeconds)
                .baseUnit("seconds")
                .description(
                        "Since the memory was last compared with the database; beyond a second polls ask the database")
                .register(meters);
        FunctionCounter.builder("breakwater.memory.answers", memory, Memory::answers)
                .description("Polls answered from memory")
                .register(meters);
    }
}
