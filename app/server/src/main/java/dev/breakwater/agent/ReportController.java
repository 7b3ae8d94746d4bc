package dev.breakwater.agent;

import dev.breakwater.host.HostId;
import dev.breakwater.host.HostReport;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
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
    private final Memory memory;

    ReportController(Reports reports, Memory memory) {
        this.reports = reports;
        this.memory = memory;
    }

    @PostMapping("/agent/v1/reports")
    Taken report(
            @AuthenticationPrincipal HostId host,
            @RequestHeader(name = NewestEpoch.HEADER, required = false) @Nullable Long acted,
            HttpServletRequest request,
            @RequestBody HostReport report) {
        var newest = NewestEpoch.of(report.epoch(), acted).orElse(0);
        var print = request.getAttribute(ReportFilter.PRINT) instanceof Long known ? known : 0;
        var ticket = memory.reporting(host);
        var taken = reports.take(new Reports.Said(host, report, newest, print));
        memory.reported(ticket, host, taken.repeatable() ? print : 0);
        return new Taken(taken.epoch(), taken.pollSeconds());
    }

    /** The epoch now in force for this host, and when to poll again. */
    @Schema(name = "ReportTaken")
    record Taken(long epoch, long pollSeconds) {}
}
