package dev.breakwater.agent;

import dev.breakwater.host.HostId;
import dev.breakwater.host.HostReport;
import dev.breakwater.rollout.Offers;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Takes what a host says about itself; the answer means that it is kept. */
@RestController
class ReportController {
    private final Reports reports;
    private final Offers offers;
    private final PollPace pace;

    ReportController(Reports reports, Offers offers, PollPace pace) {
        this.reports = reports;
        this.offers = offers;
        this.pace = pace;
    }

    @PostMapping("/agent/v1/reports")
    Taken report(
            @AuthenticationPrincipal HostId host,
            @RequestHeader(name = NewestEpoch.HEADER, required = false) @Nullable Long acted,
            @RequestBody HostReport report) {
        NewestEpoch.of(report.epoch(), acted).ifPresent(epoch -> offers.heard(host, epoch));
        reports.take(host, report);
        var desired = offers.desired(host);
        return new Taken(desired.epoch(), pace.seconds(host, desired));
    }

    /** The epoch now in force for this host, and when to poll again. */
    @Schema(name = "ReportTaken")
    record Taken(long epoch, long pollSeconds) {}
}
