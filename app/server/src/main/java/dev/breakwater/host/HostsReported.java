package dev.breakwater.host;

import java.util.List;

/** Reports of as many hosts were recorded. Published in their transaction, for modules that judge hosts; never leaves the process. */
public record HostsReported(List<HostReported> reports) {
    public HostsReported {
        reports = List.copyOf(reports);
    }
}
