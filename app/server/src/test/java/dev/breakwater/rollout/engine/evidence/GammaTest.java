package dev.breakwater.rollout.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class GammaTest {

    @Test
    void the_logarithm_of_gamma_is_right_to_thirteen_digits() throws IOException {
        for (double[] row : Golden.rows("logGamma")) {
            double tolerance = 1e-13 * Math.max(1, Math.abs(row[1]));
            assertThat(Gamma.log(row[0])).as("ln gamma(%s)", row[0]).isCloseTo(row[1], within(tolerance));
        }
    }

    @Test
    void beta_of_one_and_four_is_a_quarter() {
        assertThat(Gamma.logBeta(1, 4)).isCloseTo(Math.log(0.25), within(1e-13));
    }
}
