package dev.breakwater.rollout.engine.policy;

import static dev.breakwater.rollout.engine.policy.InvalidPolicy.require;

import java.util.regex.Pattern;

/** How a wave takes its hosts from those that no earlier wave took. */
public sealed interface WaveSize {

    int HOSTS_MAX = 1_000_000;

    Pattern COUNT = Pattern.compile("\\d{1,7}");
    Pattern PERCENT = Pattern.compile("\\d{1,7}%");
    String SELECTOR = "selector:";

    /** Reads {@code "2"}, {@code "50%"}, {@code "rest"} or {@code "selector: env=canary"}; {@code toString} writes the same. */
    static WaveSize parse(String text) {
        String size = text.strip();
        if (size.equals("rest")) {
            return new Rest();
        }
        if (size.startsWith(SELECTOR)) {
            return new Matching(size.substring(SELECTOR.length()).strip());
        }
        if (PERCENT.matcher(size).matches()) {
            return new Percent(Integer.parseInt(size.substring(0, size.length() - 1)));
        }
        require(COUNT.matcher(size).matches(), "size", "must be a count such as 2, a percentage, rest, or selector: …");
        return new Count(Integer.parseInt(size));
    }

    record Count(int hosts) implements WaveSize {

        public Count {
            require(hosts >= 1, "size", "a count must be at least 1");
            require(hosts <= HOSTS_MAX, "size", "a count must not exceed " + HOSTS_MAX);
        }

        @Override
        public String toString() {
            return Integer.toString(hosts);
        }
    }

    /** Cumulative: the wave ends where this share of the whole plan has been placed. */
    record Percent(int percent) implements WaveSize {

        public Percent {
            require(percent >= 1, "size", "a percentage must be at least 1");
            require(percent <= 100, "size", "a percentage must not exceed 100");
        }

        @Override
        public String toString() {
            return percent + "%";
        }
    }

    record Matching(String selector) implements WaveSize {

        public Matching {
            require(!selector.isBlank(), "size", "a selector must not be empty");
        }

        @Override
        public String toString() {
            return SELECTOR + " " + selector;
        }
    }

    /** Of no plan: hosts that come to match once it has been made. Written, never read: nobody asks for such a wave by its size. */
    record Newcomers() implements WaveSize {

        @Override
        public String toString() {
            return WavePolicy.NEWCOMERS;
        }
    }

    record Rest() implements WaveSize {

        @Override
        public String toString() {
            return "rest";
        }
    }
}
