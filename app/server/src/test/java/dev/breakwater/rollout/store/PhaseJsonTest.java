package dev.breakwater.rollout.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.rollout.engine.Phase;
import dev.breakwater.rollout.engine.Phase.AwaitingApproval;
import dev.breakwater.rollout.engine.Phase.Cancelled;
import dev.breakwater.rollout.engine.Phase.Completed;
import dev.breakwater.rollout.engine.Phase.Draft;
import dev.breakwater.rollout.engine.Phase.Halted;
import dev.breakwater.rollout.engine.Phase.PauseReason;
import dev.breakwater.rollout.engine.Phase.Paused;
import dev.breakwater.rollout.engine.Phase.RolledBack;
import dev.breakwater.rollout.engine.Phase.Rolling;
import dev.breakwater.rollout.engine.Phase.RollingBack;
import dev.breakwater.rollout.engine.Phase.Scheduled;
import dev.breakwater.rollout.engine.Phase.Soaking;
import dev.breakwater.rollout.engine.Phase.Superseded;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class PhaseJsonTest {
    private static final Instant LATER = Instant.parse("2026-12-01T10:00:00.123456Z");
    private final PhaseJson json = new PhaseJson(JsonMapper.shared());

    static Stream<Phase> phases() {
        return Stream.of(
                new Draft(),
                new Scheduled(LATER),
                new Rolling(1),
                new Soaking(2, LATER),
                new AwaitingApproval(0),
                new Paused(new Scheduled(LATER), PauseReason.MANUAL, "a \"why\""),
                new Paused(new Rolling(3), PauseReason.GATE_ERROR, ""),
                new Paused(new Soaking(1, LATER), PauseReason.NO_DATA, "w"),
                new Paused(new AwaitingApproval(1), PauseReason.INCONCLUSIVE, "w"),
                new RollingBack(1, "2 of 3 failed"),
                new Halted(1, true, "w"),
                new Halted(0, false, "w"),
                new RolledBack(),
                new Completed(),
                new Cancelled(),
                new Superseded());
    }

    @ParameterizedTest
    @MethodSource("phases")
    void a_phase_is_read_as_it_was_written(Phase phase) {
        assertThat(json.read(phase.name(), json.write(phase))).isEqualTo(phase);
    }
}
