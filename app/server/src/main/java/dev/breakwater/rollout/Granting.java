package dev.breakwater.rollout;

import dev.breakwater.rollout.engine.Directive;
import dev.breakwater.rollout.engine.WaveState;
import dev.breakwater.rollout.store.GrantStore;
import dev.breakwater.rollout.store.GrantStore.Grant;
import dev.breakwater.rollout.store.GrantStore.PutOff;
import dev.breakwater.rollout.store.PassStore;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes down what became of claims of one rollout, and what they use up. */
@Component
class Granting {
    private final GrantStore grants;
    private final PassStore passes;
    private final StartRateRule startRate;

    Granting(GrantStore grants, PassStore passes, StartRateRule startRate) {
        this.grants = grants;
        this.passes = passes;
        this.startRate = startRate;
    }

    /** Before the next claim is answered: the rules count it. One that goes back already has been entered. */
    void use(Claim claim, Ledger ledger) {
        if (claim.goesBack()) {
            if (!claim.isGoingBack()) {
                use(claim, ledger, claim.spec().rollbackDeadline(), false);
            }
            return;
        }
        if (!claim.isClaimed()) {
            startRate.started(claim);
        }
        use(claim, ledger, claim.deadline(), claim.isClaimed());
    }

    private static void use(Claim claim, Ledger ledger, Duration deadline, boolean again) {
        ledger.use(claim.turn().hostId(), claim.rollout().id(), claim.room(), deadline, again);
    }

    /** A claim granted before is granted again: its answer may have been lost. Nothing is left to write. */
    void granted(List<Claim> claims) {
        var forward = claims.stream()
                .filter(claim -> !claim.goesBack() && !claim.isClaimed())
                .toList();
        var back = claims.stream()
                .filter(claim -> claim.goesBack() && !claim.isGoingBack())
                .toList();
        forward.stream()
                .findFirst()
                .ifPresent(any -> grants.granted(any.rollout().id(), grants(forward), any.now()));
        back.stream()
                .findFirst()
                .ifPresent(any -> grants.grantedBack(any.rollout().id(), grants(back), any.now()));
        forward.stream()
                .map(claim -> claim.turn().wave())
                .distinct()
                .forEach(wave -> passes.claimed(
                        forward.getFirst().rollout().id(),
                        wave,
                        forward.getFirst().now()));
    }

    private static List<Grant> grants(List<Claim> claims) {
        return claims.stream()
                .map(claim -> new Grant(claim.turn().hostId(), claim.epochs()))
                .toList();
    }

    /** Under an order that is gone, asking is no word. */
    void putOff(List<Refused> refused) {
        var words = refused.stream()
                .filter(each -> each.claim().epoch() == each.claim().orders().epoch()
                        && each.claim().orders().directive() != Directive.WAIT)
                .toList();
        words.stream()
                .findFirst()
                .ifPresent(any -> grants.putOff(
                        any.claim().rollout().id(),
                        words.stream().map(Refused::putOff).toList(),
                        any.claim().now()));
    }

    /** A claim that was told to ask again later, and why. */
    record Refused(Claim claim, String code) {
        private PutOff putOff() {
            var deferred = claim.turn().deferred() && claim.orders().waveState() == WaveState.SOAKING;
            return new PutOff(claim.turn().hostId(), deferred, code);
        }
    }
}
