package dev.breakwater.rollout.engine.policy;

import static dev.breakwater.rollout.engine.policy.InvalidPolicy.require;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** So many hosts in so much time. */
public record Rate(int hosts, Duration per) {

    static final int HOSTS_MAX = 1_000_000;

    private static final Pattern TEXT = Pattern.compile("(\\d{1,7})/(s|min|h)");

    public Rate {
        require(hosts >= 1, "startRate", "must be at least 1 host");
        require(hosts <= HOSTS_MAX, "startRate", "must not exceed " + HOSTS_MAX + " hosts");
        require(per.isPositive(), "startRate", "must be per a time longer than zero");
    }

    /** Reads {@code "5/s"}, {@code "100/min"} or {@code "600/h"}. */
    public static Rate parse(String field, String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        require(matcher.matches(), field, "must be hosts per s, min or h, such as 100/min");
        return new Rate(Integer.parseInt(matcher.group(1)), unit(matcher.group(2)));
    }

    private static Duration unit(String unit) {
        return switch (unit) {
            case "s" -> Duration.ofSeconds(1);
            case "min" -> Duration.ofMinutes(1);
            default -> Duration.ofHours(1);
        };
    }
}
