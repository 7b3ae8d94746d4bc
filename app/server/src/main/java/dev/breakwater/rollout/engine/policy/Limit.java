package dev.breakwater.rollout.engine.policy;

import static dev.breakwater.rollout.engine.policy.InvalidPolicy.require;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many hosts: a number, or a share of some whole. A share rounds down, so that a limit never allows more than it says. */
public sealed interface Limit {

    Pattern TEXT = Pattern.compile("(\\d{1,7})(%?)");

    int of(int hosts);

    /** Reads {@code "2"} or {@code "2%"}. */
    static Limit parse(String field, String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        require(matcher.matches(), field, "must be a number of hosts such as 2, or a percentage such as 2%");
        int value = Integer.parseInt(matcher.group(1));
        if (matcher.group(2).isEmpty()) {
            return new Absolute(value);
        }
        require(value <= 100, field, "a percentage must not exceed 100");
        return new Share(value);
    }

    static Limit none() {
        return new Absolute(0);
    }

    record Absolute(int hosts) implements Limit {

        public Absolute {
            require(hosts >= 0, "hosts", "must not be negative");
        }

        @Override
        public int of(int whole) {
            return hosts;
        }

        @Override
        public String toString() {
            return Integer.toString(hosts);
        }
    }

    record Share(int percent) implements Limit {

        public Share {
            require(percent >= 0 && percent <= 100, "percent", "must be between 0 and 100");
        }

        @Override
        public int of(int whole) {
            return (int) ((long) whole * percent / 100);
        }

        @Override
        public String toString() {
            return percent + "%";
        }
    }
}
