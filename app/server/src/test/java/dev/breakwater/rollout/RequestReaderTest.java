package dev.breakwater.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakwater.rollout.RolloutRequest.MissingArtifact;
import dev.breakwater.rollout.RolloutRequest.Overlap;
import dev.breakwater.rollout.engine.policy.OnFailure;
import dev.breakwater.rollout.engine.policy.RollbackScope;
import dev.breakwater.web.InvalidField;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RequestReaderTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void what_is_left_out_gets_its_default() {
        var spec = read("{\"waves\":[{\"name\":\"canary\",\"size\":\"1\"},{\"name\":\"rest\",\"size\":\"rest\"}]}");
        assertThat(spec.minHealthy()).isEqualTo(2);
        assertThat(spec.maxUnavailable()).isNull();
        assertThat(spec.onFailure()).isEqualTo(OnFailure.ROLLBACK);
        assertThat(spec.rollbackScope()).isEqualTo(RollbackScope.ROLLOUT);
        assertThat(spec.overlap()).isEqualTo(Overlap.REJECT);
        assertThat(spec.missingArtifact()).isEqualTo(MissingArtifact.REJECT);
        assertThat(spec.finalSoak()).isZero();
        assertThat(spec.waves()).extracting(RolloutSpec.Wave::maxFailed).containsExactly("0", "2%");
        assertThat(spec.waves()).extracting(RolloutSpec.Wave::deadline).containsOnly(Duration.ofMinutes(30));
    }

    @Test
    void a_spec_is_read_back_as_it_was_written() {
        var spec = read(
                "{\"waves\":[{\"name\":\"all\",\"size\":\"rest\"}],\"profile\":\"slow@2\",\"maxUnavailable\":\"10%\",\"finalSoak\":\"PT1H\",\"rollbackMaxUnavailable\":\"5\"}");
        var specs = new SpecJson(JSON);
        assertThat(specs.read(specs.write(spec))).isEqualTo(spec);
    }

    @Test
    void waves_or_a_profile_must_be_said() {
        assertThatThrownBy(() -> read("{}")).isInstanceOf(InvalidField.class).hasMessageContaining("/waves");
        assertThatThrownBy(() -> read("{\"waves\":[null]}"))
                .isInstanceOf(InvalidField.class)
                .hasMessageContaining("/waves/0");
    }

    private static RolloutSpec read(String request) {
        return RequestReader.read(JSON.readValue(request, RolloutRequest.class), _ -> List.of());
    }
}
