package dev.breakwater.rollout.engine;

import static dev.breakwater.rollout.engine.Given.ALICE;
import static dev.breakwater.rollout.engine.Given.SOAKED;

import dev.breakwater.rollout.engine.Phase.AwaitingApproval;
import dev.breakwater.rollout.engine.Phase.Cancelled;
import dev.breakwater.rollout.engine.Phase.Completed;
import dev.breakwater.rollout.engine.Phase.Draft;
import dev.breakwater.rollout.engine.Phase.Halted;
import dev.breakwater.rollout.engine.Phase.Pausable;
import dev.breakwater.rollout.engine.Phase.PauseReason;
import dev.breakwater.rollout.engine.Phase.Paused;
import dev.breakwater.rollout.engine.Phase.RolledBack;
import dev.breakwater.rollout.engine.Phase.Rolling;
import dev.breakwater.rollout.engine.Phase.RollingBack;
import dev.breakwater.rollout.engine.Phase.Scheduled;
import dev.breakwater.rollout.engine.Phase.Soaking;
import dev.breakwater.rollout.engine.Phase.Superseded;
import dev.breakwater.rollout.engine.policy.OnFailure;
import dev.breakwater.rollout.engine.policy.Policy;
import dev.breakwater.rollout.engine.policy.RollbackScope;
import dev.breakwater.rollout.engine.policy.WavePolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Rollouts in every phase, in all conditions that make a difference, and every event. */
final class Samples {

    static final Map<String, List<Event>> EVENTS = Map.ofEntries(
            Map.entry("Tick", List.of(new Event.Tick())),
            Map.entry("Start", List.of(new Event.Start(null, ALICE), new Event.Start(SOAKED.plusSeconds(1), ALICE))),
            Map.entry(
                    "Schedule",
                    List.of(new Event.Schedule(SOAKED, ALICE), new Event.Schedule(SOAKED.plusSeconds(1), ALICE))),
            Map.entry("Pause", List.of(new Event.Pause(PauseReason.MANUAL, ALICE))),
            Map.entry("Resume", List.of(new Event.Resume(ALICE))),
            Map.entry("Promote", List.of(new Event.Promote(ALICE))),
            Map.entry("Approve", List.of(new Event.Approve(ALICE))),
            Map.entry("Reject", List.of(new Event.Reject(ALICE))),
            Map.entry("Halt", List.of(new Event.Halt(ALICE))),
            Map.entry("RollBack", List.of(new Event.RollBack(ALICE))),
            Map.entry("Retry", List.of(new Event.Retry(ALICE))),
            Map.entry(
                    "SkipHost", Stream.of(HostState.values()).map(Samples::skip).toList()),
            Map.entry("Cancel", List.of(new Event.Cancel(ALICE))),
            Map.entry("Supersede", List.of(new Event.Supersede(ALICE))));

    static final String PAGE = """
            # States of a rollout

            Generated from the table in `TransitionsTest`, which proves it against the engine: run that test with `-Dbreakwater.write=true` to rewrite this page.
            Every running phase names the timer or the person it waits for; COMPLETED, ROLLED_BACK, CANCELLED and SUPERSEDED are final.

            ```mermaid
            stateDiagram-v2
                [*] --> DRAFT
            %s
                COMPLETED --> [*]
                ROLLED_BACK --> [*]
                CANCELLED --> [*]
                SUPERSEDED --> [*]
            ```

            ENLISTING is the part of ROLLING in which the hosts that join behind the plan are being listed: wherever a rollout is shown it reads ROLLING.

            Every event in every phase. `.` nothing moves, `~` ignored (it came too late or twice), `x` refused. A Tick says that time or counts have changed.

            ```
            %s```
            """;

    private static final List<String> CONDITIONS =
            List.of("2 settled", "1 settled, 1 offered", "2 failed", "2 deferred", "2 held", "2 skipped");

    private Samples() {}

    private static Event skip(HostState state) {
        return new Event.SkipHost(new UUID(0, 1), state, ALICE);
    }

    static List<Rollout> running() {
        List<Rollout> rollouts = new ArrayList<>();
        for (Policy policy : policies()) {
            rollouts.add(Given.rollout(policy, new Draft(), "2 pending", "2 pending"));
            forward().forEach(phase -> rollouts.addAll(inEveryCondition(policy, phase)));
            rollouts.addAll(stopped(policy));
        }
        rollouts.addAll(gated());
        rollouts.addAll(Bound.rollouts());
        rollouts.addAll(Joined.rollouts());
        return rollouts;
    }

    static List<Rollout> ended() {
        return Stream.of(new Completed(), new RolledBack(), new Cancelled(), new Superseded())
                .map(phase -> Given.rollout(phase, "2 settled", "2 offered"))
                .toList();
    }

    private static List<Policy> policies() {
        List<Policy> policies = new ArrayList<>();
        for (OnFailure onFailure : OnFailure.values()) {
            WavePolicy canary = Given.wave("canary", "2", "0");
            WavePolicy rest = Given.wave("rest", "rest", "1");
            policies.add(Given.policy(onFailure, RollbackScope.ROLLOUT, canary, rest));
            policies.add(Given.policy(onFailure, RollbackScope.ROLLOUT, Given.approved(canary), Given.approved(rest)));
        }
        return policies;
    }

    /** Under way with every host well, and a gate that says each of its words; and before the start, while it bars it. */
    private static List<Rollout> gated() {
        Policy policy = Given.policy(
                OnFailure.ROLLBACK,
                RollbackScope.ROLLOUT,
                Given.gated(Given.approved(Given.wave("canary", "2", "0")), "errors"),
                Given.gated(Given.wave("rest", "rest", "1"), "errors"));
        List<Rollout> rollouts = new ArrayList<>();
        for (GateVerdict verdict : GateVerdict.values()) {
            for (Pausable phase : List.of(new Rolling(0), new Soaking(0, SOAKED), new AwaitingApproval(0))) {
                Rollout rollout = Given.rollout(policy, phase, "2 settled", "2 pending");
                rollouts.add(Given.hearing(rollout, Given.gate("errors", verdict)));
            }
        }
        GateFact firing = Given.gate("alerts", GateFact.Weight.BEFORE_START, GateVerdict.FAIL, SOAKED);
        rollouts.add(Given.hearing(Given.rollout(policy, new Draft(), "2 pending", "2 pending"), firing));
        rollouts.add(Given.hearing(Given.rollout(policy, new Scheduled(SOAKED), "2 pending", "2 pending"), firing));
        return rollouts;
    }

    private static List<Pausable> forward() {
        return List.of(
                new Scheduled(SOAKED),
                new Rolling(0),
                new Rolling(1),
                new Soaking(0, SOAKED),
                new Soaking(1, SOAKED),
                new AwaitingApproval(0),
                new AwaitingApproval(1));
    }

    private static List<Rollout> inEveryCondition(Policy policy, Pausable phase) {
        List<Rollout> rollouts = new ArrayList<>();
        Paused paused = new Paused(phase, PauseReason.MANUAL, "");
        for (String condition : CONDITIONS) {
            String canary =
                    phase instanceof Phase.Advancing advancing && advancing.wave() == 1 ? "2 settled" : condition;
            rollouts.add(Given.rollout(policy, phase, canary, condition));
            rollouts.add(Given.rollout(policy, paused, canary, condition));
        }
        return rollouts;
    }

    private static List<Rollout> stopped(Policy policy) {
        return List.of(
                Given.rollout(policy, new Halted(0, false, "over budget"), "2 failed", "2 pending"),
                Given.rollout(policy, new Halted(0, true, "stuck"), "2 rolling_back, 1 stuck", "2 pending"),
                Given.rollout(policy, new RollingBack(0, "over budget"), "2 rolling_back", "2 pending"),
                Given.rollout(policy, new RollingBack(0, "over budget"), "2 rolling_back, 1 stuck", "2 pending"),
                Given.rollout(policy, new RollingBack(0, "over budget"), "2 rolled_back", "2 pending"));
    }
}
