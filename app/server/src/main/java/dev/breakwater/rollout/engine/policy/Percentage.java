package dev.breakwater.rollout.engine.policy;

import static dev.breakwater.rollout.engine.policy.InvalidPolicy.require;

import java.util.regex.Pattern;

/** Shares finer than a {@link Limit}'s: {@code "0.5%"} is 0.005. */
public final class Percentage {

    private static final Pattern TEXT = Pattern.compile("\\d{1,3}(\\.\\d{1,4})?%");

    private Percentage() {}

    public static double parse(String field, String text) {
        String share = text.strip();
        require(TEXT.matcher(share).matches(), field, "must be a percentage such as 1% or 0.5%");
        return Double.parseDouble(share.substring(0, share.length() - 1)) / 100;
    }
}
