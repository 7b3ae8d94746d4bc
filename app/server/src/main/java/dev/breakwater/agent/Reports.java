package dev.breakwater.agent;

import dev.breakwater.convoy.Convoy;
import dev.breakwater.convoy.Limits;
import dev.breakwater.host.HostId;
import dev.breakwater.host.HostReport;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;

/** Keeps and weighs hosts' words, many in one transaction: when this returns, the word is durable and counted. */
@Service
class Reports implements DisposableBean {
    private final Convoy<Said, Taken> convoy;

    Reports(ReportCrew crew, ReportProperties properties, MeterRegistry meters) {
        var limits =
                new Limits(properties.waiting(), properties.together(), properties.lanes(), properties.longestWait());
        this.convoy = new Convoy<>("reports", limits, crew);
        Gauge.builder("breakwater.reports.waiting", convoy, Convoy::waiting)
                .description("Reports that wait for their transaction")
                .register(meters);
    }

    Taken take(Said said) {
        return convoy.join(said);
    }

    @Override
    public void destroy() {
        convoy.close();
    }

    /** {@code newestEpoch}: the newest one the host has acted under; 0 for none. {@code print}: of all it says; 0 where that is not known. */
    record Said(HostId host, HostReport report, long newestEpoch, long print) {}

    /** The epoch now in force for the host, and when to poll again. {@code repeatable}: saying it again would change nothing. */
    record Taken(long epoch, long pollSeconds, boolean repeatable) {}
}
