package dev.breakwater.rollout.engine;

import static dev.breakwater.rollout.engine.Given.SOAKED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.rollout.engine.Counts.Facts;
import dev.breakwater.rollout.engine.Event.Tick;
import dev.breakwater.rollout.engine.GateFact.Weight;
import dev.breakwater.rollout.engine.Phase.Advancing;
import dev.breakwater.rollout.engine.Phase.AwaitingApproval;
import dev.breakwater.rollout.engine.Phase.Completed;
import dev.breakwater.rollout.engine.Phase.Enlisting;
import dev.breakwater.rollout.engine.Phase.Paused;
import dev.breakwater.rollout.engine.Phase.Rolling;
import dev.breakwater.rollout.engine.Phase.Soaking;
import dev.breakwater.rollout.engine.policy.OnFailure;
import dev.breakwater.rollout.engine.policy.Policy;
import dev.breakwater.rollout.engine.policy.RollbackScope;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whole rollouts drawn at random, big enough for the sequential test to speak: worse news never leads further. */
class BadNewsTest {

    private static final int ROLLOUTS = 20_000;
    private static final String[] THREE = {"", "", ""};
    private static final String[] FOUR = {"", "", "", ""};

    @Test
    void a_bad_sample_more_never_leads_a_rollout_further() {
        Random random = new Random(2026);
        int worsened = 0;
        for (int i = 0; i < ROLLOUTS; i++) {
            Rollout rollout = draw(random);
            Rollout worse = worsen(rollout, random);
            int before = reach(rollout);
            assertThat(reach(worse)).as("%s%n%s", rollout, worse).isLessThanOrEqualTo(before);
            worsened += reach(worse) < before ? 1 : 0;
        }
        assertThat(worsened).isGreaterThan(ROLLOUTS / 20);
    }

    /** How far a decision leads: gone wrong, held up, waiting, or on to the next thing. */
    private static int reach(Rollout rollout) {
        Phase next = Engine.decide(rollout, new Tick(), SOAKED).next().phase();
        return switch (next) {
            case Paused _ -> 1;
            case Enlisting(int wave) -> 1 + 10 * wave;
            case Rolling(int wave) -> 2 + 10 * wave;
            case Soaking soaking -> 3 + 10 * soaking.wave();
            case AwaitingApproval(int wave) -> 4 + 10 * wave;
            case Completed _ -> 100;
            default -> 0;
        };
    }

    private static Rollout draw(Random random) {
        Policy planned = Given.policy(
                random.nextBoolean() ? OnFailure.ROLLBACK : OnFailure.HALT,
                RollbackScope.ROLLOUT,
                Given.gated(Given.wave("canary", "10%", "" + random.nextInt(4)), "errors", "latency"),
                Given.gated(Given.approved(Given.wave("half", "50%", "" + random.nextInt(20))), "errors", "latency"),
                Given.gated(Given.wave("rest", "rest", "" + random.nextInt(40)), "errors", "latency"));
        boolean joined = random.nextBoolean();
        Policy policy = joined ? planned.joinedByNewcomers() : planned;
        int wave = random.nextInt(3);
        List<Advancing> phases =
                List.of(new Rolling(wave), new Soaking(wave, SOAKED), new Soaking(wave, SOAKED.plusSeconds(1)));
        Rollout rollout = Given.rollout(policy, phases.get(random.nextInt(3)), joined ? FOUR : THREE);
        List<Counts> counts = new ArrayList<>();
        for (int i = 0; i < policy.waves().size(); i++) {
            counts.add(i > wave ? Counts.pending(9) : counts(random, i == wave));
        }
        return Given.hearing(rollout.counting(counts), gate("errors", random), gate("latency", random));
    }

    private static Counts counts(Random random, boolean open) {
        Map<HostState, Integer> hosts = new EnumMap<>(HostState.class);
        hosts.put(HostState.SETTLED, 1 + random.nextInt(60));
        hosts.put(HostState.FAILED, random.nextInt(3));
        hosts.put(HostState.SILENT, random.nextInt(2));
        hosts.put(HostState.CLAIMED, open && random.nextInt(3) == 0 ? random.nextInt(4) : 0);
        return new Counts(hosts, Facts.NONE);
    }

    private static GateFact gate(String name, Random random) {
        GateVerdict verdict = random.nextInt(3) > 0 ? GateVerdict.PASS : any(random);
        Weight weight = random.nextInt(4) == 0 ? Weight.DRY_RUN : Weight.COUNTED;
        return new GateFact(name, weight, Given.gate(name, verdict).reading());
    }

    private static GateVerdict any(Random random) {
        return List.of(GateVerdict.values()).get(random.nextInt(GateVerdict.values().length));
    }

    private static Rollout worsen(Rollout rollout, Random random) {
        int wave = rollout.currentWave().orElseThrow();
        return random.nextInt(3) == 0
                ? gateWorse(rollout, random)
                : hostWorse(rollout, random.nextInt(wave + 1), random);
    }

    /** A host more that failed or fell silent, or one that did so instead of settling. */
    private static Rollout hostWorse(Rollout rollout, int wave, Random random) {
        List<Counts> counts =
                new ArrayList<>(rollout.waves().stream().map(Wave::counts).toList());
        Map<HostState, Integer> hosts = new EnumMap<>(counts.get(wave).hosts());
        hosts.merge(random.nextBoolean() ? HostState.FAILED : HostState.SILENT, 1, Integer::sum);
        hosts.merge(HostState.SETTLED, random.nextBoolean() ? -1 : 0, Integer::sum);
        counts.set(wave, new Counts(hosts, Facts.NONE));
        return rollout.counting(counts);
    }

    private static Rollout gateWorse(Rollout rollout, Random random) {
        GateFact errors = rollout.waves().getFirst().gates().getFirst();
        GateFact latency = rollout.waves().getFirst().gates().getLast();
        GateVerdict drawn = any(random);
        GateVerdict worse = drawn.isWorseThan(errors.verdict()) ? drawn : errors.verdict();
        GateFact worsened = worse == errors.verdict()
                ? errors
                : new GateFact(
                        "errors", errors.weight(), Given.gate("errors", worse).reading());
        return Given.hearing(rollout, worsened, latency);
    }
}
