package dev.breakwater.rollout;

import dev.breakwater.host.HostProperties;
import dev.breakwater.rollout.store.ClaimStore;
import org.springframework.stereotype.Component;

/** The way back has an order and a limit of its own, and asks for nothing else. */
@Component
class RollbackRules {
    private final ClaimStore counts;
    private final HostProperties hosts;

    RollbackRules(ClaimStore counts, HostProperties hosts) {
        this.counts = counts;
        this.hosts = hosts;
    }

    Ruling order(Claim claim) {
        var rule = "later waves are back";
        var limited = claim.policy().rollback().maxUnavailable() != null;
        var waits = limited
                && counts.laterWaveGoesFirst(
                        claim.rollout().id(), claim.turn().wave(), claim.now(), hosts.offlineAfter());
        return waits
                ? Ruling.notNow(rule, "newer_wave_first", "Hosts of later waves go back first.", Ruling.SOON)
                : Ruling.holds(rule, limited ? "none waits" : "no order without a limit");
    }

    Ruling room(Claim claim) {
        var rule = "room for another host to go back";
        var limit = claim.policy().rollback().maxUnavailable();
        if (limit == null) {
            return Ruling.holds(rule, "no limit");
        }
        var going = counts.goingBack(claim.rollout().id());
        var allowed = Math.max(1, limit.of(going.touched()));
        var evidence = "%d hosts are going back, %d may at once".formatted(going.hosts(), allowed);
        return going.hosts() < allowed
                ? Ruling.holds(rule, evidence)
                : Ruling.notNow(rule, "max_unavailable", evidence + ".", Ruling.SOON);
    }
}
