package dev.breakwater.agent;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often hosts are told to poll while something happens to them and while nothing does, how long and how many of their polls may be
 * held, how many enrolments an address may try in a row, and with how many polls of its own a server warms up.
 */
@ConfigurationProperties("breakwater.agent")
record AgentProperties(
        @DefaultValue("PT5S") Duration livePoll,
        @DefaultValue("PT60S") Duration idlePoll,
        @DefaultValue("PT60S") Duration longestWait,
        @DefaultValue("20000") int parkedPolls,
        @DefaultValue("600") int enrolmentBurst,
        @DefaultValue("20000") int warmUpPolls) {
    AgentProperties {
        if (livePoll.toSeconds() < 1 || idlePoll.toSeconds() < 1) {
            throw new IllegalArgumentException("breakwater.agent polls must be a second apart or more");
        }
        if (longestWait.isNegative() || parkedPolls < 0 || enrolmentBurst < 1 || warmUpPolls < 0) {
            throw new IllegalArgumentException("breakwater.agent limits must not be negative");
        }
    }
}
