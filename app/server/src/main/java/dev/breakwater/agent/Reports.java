package dev.breakwater.agent;

import dev.breakwater.host.HostId;
import dev.breakwater.host.HostReport;
import dev.breakwater.host.Hosts;
import dev.breakwater.rollout.Offers;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps and weighs a host's word in one transaction: when this returns, it is durable and counted. */
@Service
class Reports {
    private final Hosts hosts;
    private final Offers offers;
    private final Clock clock;

    Reports(Hosts hosts, Offers offers, Clock clock) {
        this.hosts = hosts;
        this.offers = offers;
        this.clock = clock;
    }

    @Transactional
    void take(HostId host, HostReport report) {
        new ReportRules(hosts.platform(host)).check(report);
        var now = clock.instant();
        var facts = hosts.record(host, report, offers.steers(host), now);
        offers.weigh(host, report, facts, now);
    }
}
