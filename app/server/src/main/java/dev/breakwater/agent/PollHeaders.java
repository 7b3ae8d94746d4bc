package dev.breakwater.agent;

import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a poll asks for: what it already knows (RFC 9110 §13.1.2), and how long it would wait for news (RFC 7240 §4.3). */
record PollHeaders(@Nullable String ifNoneMatch, @Nullable String prefer) {
    private static final Pattern WAIT = Pattern.compile("(?:^|[,;])\\s*wait\\s*=\\s*\"?(\\d{1,4})\"?\\s*(?=[,;]|$)");

    boolean knows(String etag) {
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(",", -1))
                        .map(tag -> tag.strip().replaceFirst("^W/", ""))
                        .anyMatch(tag -> tag.equals(etag) || tag.equals("*"));
    }

    /** Zero unless asked for; a preference that cannot be read is no preference. */
    Duration wait(Duration longest) {
        var wait = prefer == null ? null : WAIT.matcher(prefer);
        if (wait == null || !wait.find() || ifNoneMatch == null) {
            return Duration.ZERO;
        }
        var asked = Duration.ofSeconds(Long.parseLong(wait.group(1)));
        return asked.compareTo(longest) < 0 ? asked : longest;
    }
}
