package dev.breakwater.rollout.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class BoundsTest {

    @Test
    void bounds_are_those_of_the_summed_binomial() throws IOException {
        for (double[] row : Golden.rows("bounds")) {
            Tally tally = Golden.tally(row);
            assertThat(Bounds.upper(tally, 0.05)).as("%s", tally).isCloseTo(row[2], within(1e-9));
            assertThat(Bounds.lower(tally, 0.025)).as("%s", tally).isCloseTo(row[3], within(1e-9));
            assertThat(Bounds.upper(tally, 0.025)).as("%s", tally).isCloseTo(row[4], within(1e-9));
        }
    }

    @Test
    void hosts_that_are_all_well_leave_room_for_the_defects_the_table_names() {
        int[] hosts = {1, 3, 5, 10, 20, 59, 100, 300};
        double[] bounds = {0.95, 0.63, 0.45, 0.26, 0.14, 0.05, 0.03, 0.01};
        for (int i = 0; i < hosts.length; i++) {
            double bound = Bounds.upper(new Tally(hosts[i], 0), 0.05);
            assertThat(bound).isCloseTo(1 - Math.pow(0.05, 1.0 / hosts[i]), within(1e-12));
            assertThat(bound).isCloseTo(bounds[i], within(0.005));
        }
    }

    @Test
    void nobody_judged_bounds_nothing() {
        assertThat(Bounds.upper(Tally.NONE, 0.05)).isEqualTo(1);
        assertThat(Bounds.lower(Tally.NONE, 0.05)).isEqualTo(0);
    }

    @Test
    void a_million_hosts_are_bounded_too() {
        assertThat(Bounds.upper(new Tally(1_000_000, 10_000), 0.025)).isCloseTo(0.0102, within(0.0001));
        assertThat(Bounds.lower(new Tally(1_000_000, 10_000), 0.025)).isCloseTo(0.0098, within(0.0001));
    }

    @Test
    void the_incomplete_beta_function_is_its_own_mirror() {
        assertThat(Bounds.incompleteBeta(2, 5, 0.3)).isCloseTo(0.579825, within(1e-12));
        assertThat(Bounds.incompleteBeta(5, 2, 0.7)).isCloseTo(1 - 0.579825, within(1e-12));
        assertThat(Bounds.incompleteBeta(1, 1, 0.25)).isCloseTo(0.25, within(1e-12));
    }
}
