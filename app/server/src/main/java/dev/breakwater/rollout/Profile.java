package dev.breakwater.rollout;

import dev.breakwater.rollout.RolloutRequest.WaveRequest;
import dev.breakwater.web.InvalidField;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Waves by a word, for those who do not want to say them one by one. */
public enum Profile {
    CANARY,
    SLOW,
    FAST,
    EMERGENCY;

    static Profile named(String name) {
        for (var profile : values()) {
            if (profile.name().toLowerCase(Locale.ROOT).equals(name)) {
                return profile;
            }
        }
        throw new InvalidField("/profile", "must be canary, slow, fast or emergency");
    }

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
