package dev.breakwater.rollout.engine;

import dev.breakwater.rollout.engine.Explanation.Rule;
import dev.breakwater.rollout.engine.Phase.Advancing;
import dev.breakwater.rollout.engine.Phase.AwaitingApproval;
import dev.breakwater.rollout.engine.Phase.Draft;
import dev.breakwater.rollout.engine.Phase.Ended;
import dev.breakwater.rollout.engine.Phase.Enlisting;
import dev.breakwater.rollout.engine.Phase.Halted;
import dev.breakwater.rollout.engine.Phase.Paused;
import dev.breakwater.rollout.engine.Phase.RollingBack;
import dev.breakwater.rollout.engine.Phase.Scheduled;
import dev.breakwater.rollout.engine.Phase.Soaking;
import dev.breakwater.rollout.engine.policy.RollbackPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rules that a rollout's phase puts to the test. */
final class Rules {

    private Rules() {}

    static List<Rule> of(Rollout rollout, Instant now) {
        List<Rule> rules = new ArrayList<>(ofPhase(rollout, now));
        String quarantine = rollout.outside().quarantine();
        if (quarantine != null) {
            rules.add(new Rule("nothing it offers is quarantined", false, quarantine));
        }
        return rules;
    }

    private static List<Rule> ofPhase(Rollout rollout, Instant now) {
        return switch (rollout.phase()) {
            case Draft() -> List.of(new Rule("started", false, "nobody has started it"));
            case Scheduled scheduled -> scheduled(rollout, scheduled, now);
            case Enlisting(int wave) -> enlisting(rollout, wave);
            case Advancing advancing -> advancing(rollout, advancing, now);
            case Paused paused -> paused(rollout, paused, now);
            case RollingBack _ -> rollingBack(rollout);
            case Halted halted -> halted(rollout.policy().rollback(), halted);
            case Ended _ -> List.of();
        };
    }

    private static List<Rule> scheduled(Rollout rollout, Scheduled scheduled, Instant now) {
        Wave first = rollout.waves().getFirst();
        Instant at = scheduled.notBefore();
        List<Rule> rules = new ArrayList<>(List.of(new Rule("start time", !now.isBefore(at), "not before " + at)));
        for (Dependency dependency : rollout.outside().dependencies()) {
            rules.add(after(dependency, scheduled, now));
        }
        if (Gates.guardStart(first)) {
            Optional<GateFact> barring = Gates.barringStart(first, at);
            String evidence =
                    barring.map(GateFact::sentence).orElse("every gate that is asked before the start passes");
            rules.add(new Rule("all clear for the start", barring.isEmpty(), evidence));
        }
        return rules;
    }

    private static Rule after(Dependency dependency, Scheduled scheduled, Instant now) {
        boolean waived = scheduled.without().contains(dependency.id());
        String evidence = dependency.standing() + (waived ? "; a person went on without it" : "");
        return new Rule("after " + dependency.name(), waived || dependency.metBy(now), evidence);
    }

    private static List<Rule> paused(Rollout rollout, Paused paused, Instant now) {
        List<Rule> rules = new ArrayList<>();
        rules.add(new Rule("not paused", false, paused.reason() + ": " + paused.why()));
        if (paused.resume() instanceof Advancing held) {
            rules.addAll(gates(rollout.waves().get(held.wave()), Instant.MIN));
        }
        if (paused.resume() instanceof Scheduled scheduled) {
            rules.addAll(scheduled(rollout, scheduled, now));
        }
        return rules;
    }

    /** One for each gate of the wave; a dry run holds nothing up. */
    private static List<Rule> gates(Wave wave, Instant since) {
        return wave.gates().stream()
                .map(gate -> new Rule(
                        "gate " + gate.name() + (gate.counts() ? "" : " (dry run)"),
                        !gate.counts() || gate.passedSince(since),
                        gate.sentenceSince(since)))
                .toList();
    }

    private static List<Rule> enlisting(Rollout rollout, int index) {
        Wave wave = rollout.waves().get(index);
        List<Rule> rules = new ArrayList<>();
        rollout.waves().subList(0, index).forEach(watched -> rules.add(budget(watched)));
        rules.add(suspicion(rollout));
        String evidence = wave.enlisted() ? Judge.hosts(wave.counts().total()) + " joined" : "it is being done";
        rules.add(new Rule("hosts that join wave " + wave.name() + " listed", wave.enlisted(), evidence));
        return rules;
    }

    private static List<Rule> advancing(Rollout rollout, Advancing advancing, Instant now) {
        Wave wave = rollout.waves().get(advancing.wave());
        List<Rule> rules = new ArrayList<>();
        for (Wave watched : rollout.waves().subList(0, advancing.wave() + 1)) {
            rules.add(budget(watched));
        }
        rules.add(suspicion(rollout));
        rules.add(settled(wave, now));
        rules.add(soaked(rollout, advancing, now));
        rules.add(fresh(wave));
        rules.addAll(gates(wave, advancing instanceof Soaking soaking ? soaking.until() : Instant.MIN));
        if (wave.policy().clearance().approval()) {
            rules.add(new Rule("approved", false, approval(rollout, advancing, now)));
        }
        return rules;
    }

    private static Rule budget(Wave wave) {
        return new Rule("budget of wave " + wave.name(), !Judge.overBudget(wave), Judge.budgetSpent(wave));
    }

    private static Rule suspicion(Rollout rollout) {
        boolean calm = Suspicion.of(rollout.policy(), rollout.tally()).isEmpty();
        return new Rule("failures no more than chance", calm, Suspicion.figures(rollout.policy(), rollout.tally()));
    }

    private static Rule settled(Wave wave, Instant now) {
        Verdict verdict = Judge.judge(wave, null, now);
        return new Rule("hosts of wave " + wave.name() + " settled", verdict.settles(), verdict.why());
    }

    private static Rule soaked(Rollout rollout, Advancing advancing, Instant now) {
        if (advancing instanceof Soaking soaking) {
            Instant until = soaking.until();
            return new Rule("soak over", !now.isBefore(until), "until " + until);
        }
        boolean over = advancing instanceof AwaitingApproval;
        return new Rule(
                "soak over", over, rollout.policy().soakOf(advancing.wave()) + (over ? " has passed" : " to come"));
    }

    private static Rule fresh(Wave wave) {
        Instant stale = wave.counts().facts().staleSince();
        String evidence = stale == null ? "every settled host reports" : "a settled host is silent since " + stale;
        return new Rule("data fresh", stale == null, evidence);
    }

    private static String approval(Rollout rollout, Advancing advancing, Instant now) {
        return advancing instanceof AwaitingApproval(int wave)
                ? "asked for, " + Approving.standing(rollout, wave, now)
                : "asked for after the soak";
    }

    private static List<Rule> halted(RollbackPolicy policy, Halted halted) {
        Rule stands = new Rule("not halted", false, halted.why());
        return switch (policy.permission()) {
            case ALLOWED -> List.of(stands);
            case APPROVAL -> List.of(stands, new Rule("may go back", false, "only an approver may roll it back"));
            case FORBIDDEN -> List.of(stands, new Rule("may go back", false, "its rollback is forbidden"));
        };
    }

    private static List<Rule> rollingBack(Rollout rollout) {
        int out = 0;
        int owed = 0;
        int failed = 0;
        for (Wave wave : rollout.waves()) {
            out += wave.counts().of(HostState.ROLLING_BACK);
            owed += wave.counts().facts().owed();
            failed += wave.counts().facts().rollbackFailed();
        }
        String evidence = "%s rolling back, %d of them past their deadline".formatted(Judge.hosts(out), owed);
        String limit = rollout.policy().rollback().maxFailed().toString();
        return List.of(
                new Rule("touched hosts back or owed", out == owed, evidence),
                new Rule("rollback budget", true, "%d failed to roll back, %s may".formatted(failed, limit)));
    }
}
