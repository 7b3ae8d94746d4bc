package dev.breakwater.rollout;

import dev.breakwater.host.Facts;
import dev.breakwater.host.HostId;
import dev.breakwater.host.HostReport;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Steers hosts by their waves' directives. */
@Component
class Steering implements Offers {
    @Override
    public Desired desired(HostId host) {
        return new Desired(0, Desired.Action.NONE, null, null, null, Desired.Mode.SWITCH, null, false);
    }

    @Override
    public ClaimAnswer claim(HostId host, long epoch) {
        return new ClaimAnswer.Withdrawn("withdrawn", "No rollout offers this host anything.");
    }

    @Override
    public boolean steers(HostId host) {
        return false;
    }

    @Override
    public void weigh(HostId host, HostReport report, Facts facts, Instant now) {}

    @Override
    public long directiveChanges() {
        return 0;
    }
}
