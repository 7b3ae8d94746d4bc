package dev.breakwater.rollout;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.breakwater.rollout.RolloutRequest.WaveRequest;
import java.time.Duration;
import java.util.List;

/** Waves by a word, for those who do not want to say them one by one. */
public enum Profile {
    @JsonProperty("canary")
    CANARY,
    @JsonProperty("slow")
    SLOW,
    @JsonProperty("fast")
    FAST,
    @JsonProperty("emergency")
    EMERGENCY;

    List<WaveRequest> waves() {
        return switch (this) {
            case CANARY ->
                List.of(
                        wave("canary", "1", Duration.ofMinutes(15), "0"),
                        wave("half", "50%", Duration.ofMinutes(30), "2%"),
                        wave("rest", "rest", Duration.ofMinutes(30), "2%"));
            case SLOW ->
                List.of(
                        wave("canary", "1", Duration.ofHours(1), "0"),
                        wave("tenth", "10%", Duration.ofHours(2), "0"),
                        wave("third", "33%", Duration.ofHours(4), "2%"),
                        wave("rest", "rest", Duration.ofHours(4), "2%"));
            case FAST ->
                List.of(
                        wave("canary", "10%", Duration.ofMinutes(5), "0"),
                        wave("rest", "rest", Duration.ofMinutes(5), "5%"));
            case EMERGENCY -> List.of(wave("all", "rest", Duration.ZERO, "10%"));
        };
    }

    private static WaveRequest wave(String name, String size, Duration soak, String maxFailed) {
        return new WaveRequest(name, size, soak, maxFailed, null, null, false, null);
    }
}
