package dev.breakwater.rollout.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Rollouts of 200 hosts, judged after every host, at an expected rate of 1 %: how many are stopped, and after how many hosts. 4000 runs a
 * row, so a share is known to 0.016 at worst (two standard errors); the tolerances leave room for that and for the
 * rounding of the figures compared with.
 */
class StoppingTest {

    private static final int RUNS = 4000;
    private static final int HOSTS = 200;
    private static final Sequential TEST = new Sequential(0.01);

    @Test
    void a_good_generation_is_stopped_in_fewer_than_one_case_of_a_hundred() {
        assertThat(run(0.01).stopped()).isCloseTo(0.005, within(0.004)).isLessThanOrEqualTo(0.01);
        assertThat(run(0.005).stopped()).isLessThanOrEqualTo(0.002);
    }

    @Test
    void a_defect_that_hits_one_host_in_twenty_is_mostly_stopped() {
        assertThat(run(0.05).stopped()).isCloseTo(0.72, within(0.03));
        assertThat(run(0.05).exposed()).isCloseTo(125, within(4.0));
    }

    @Test
    void a_defect_that_hits_one_host_in_ten_is_stopped_after_some_forty() {
        assertThat(run(0.1).stopped()).isCloseTo(0.999, within(0.003));
        assertThat(run(0.1).exposed()).isCloseTo(42, within(2.0));
    }

    @Test
    void a_defect_that_hits_three_hosts_in_ten_is_stopped_after_some_eight() {
        assertThat(run(0.3).stopped()).isEqualTo(1);
        assertThat(run(0.3).exposed()).isCloseTo(8, within(1.0));
    }

    @Test
    void a_million_hosts_are_no_reason_for_a_false_alarm() {
        Random random = new Random(7);
        Tally tally = Tally.NONE;
        for (int host = 0; host < 1_000_000; host++) {
            tally = tally.plus(new Tally(1, random.nextDouble() < 0.01 ? 1 : 0));
            assertThat(TEST.alarms(tally)).isFalse();
        }
    }

    private record Share(double stopped, double exposed) {}

    private static Share run(double rate) {
        Random random = new Random(2026);
        int stopped = 0;
        long exposed = 0;
        for (int run = 0; run < RUNS; run++) {
            int hosts = hostsUntilStopped(random, rate);
            stopped += hosts < 0 ? 0 : 1;
            exposed += hosts < 0 ? HOSTS : hosts;
        }
        return new Share((double) stopped / RUNS, (double) exposed / RUNS);
    }

    private static int hostsUntilStopped(Random random, double rate) {
        int failed = 0;
        for (int judged = 1; judged <= HOSTS; judged++) {
            failed += random.nextDouble() < rate ? 1 : 0;
            if (TEST.alarms(new Tally(judged, failed))) {
                return judged;
            }
        }
        return -1;
    }
}
