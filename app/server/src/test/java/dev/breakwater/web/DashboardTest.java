package dev.breakwater.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DashboardTest {
    @ParameterizedTest
    @ValueSource(strings = {"rollouts", "rollouts/01a2099a-9477-7000-a6ec-2882b9893036", "hosts/x/explain", "settings"})
    void a_path_that_looks_like_a_screen_is_the_page(String path) {
        assertThat(Dashboard.Screens.isScreen(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"assets/gone", "assets/gone.js", "favicon.ico", "api/v1/nowhere", "agent/v1/x", "actuator/env"})
    void an_unknown_file_or_endpoint_is_not(String path) {
        assertThat(Dashboard.Screens.isScreen(path)).isFalse();
    }
}
