package dev.breakwater.agent;

import dev.breakwater.host.HostId;
import dev.breakwater.host.Hosts;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Remembers who polled, or reported nothing new, and writes it once a second, however often they did. A crash forgets at most that second;
 * the hosts' next words make up for it.
 */
@Component
class Presence {
    private static final Logger log = LoggerFactory.getLogger(Presence.class);
    private static final int HOSTS_PER_STATEMENT = 5000;

    private final Hosts hosts;
    private final Memory memory;
    private final Clock clock;
    private final Set<HostId> seen = ConcurrentHashMap.newKeySet();
    private final Set<HostId> repeated = ConcurrentHashMap.newKeySet();

    Presence(Hosts hosts, Memory memory, Clock clock) {
        this.hosts = hosts;
        this.memory = memory;
        this.clock = clock;
    }

    void saw(HostId host) {
        seen.add(host);
    }

    @Scheduled(fixedDelayString = "PT1S")
    void write() {
        repeated.addAll(memory.drainRepeated());
        seen.addAll(memory.drainSeen());
        seen.removeAll(repeated);
        write(repeated, hosts::repeated, clock);
        write(seen, hosts::seen, clock);
    }

    /** Takes no more than one statement's worth at a time; a failed write is repeated with the next. */
    private static void write(Set<HostId> present, BiConsumer<List<HostId>, Instant> statement, Clock clock) {
        List<HostId> batch = present.stream().limit(HOSTS_PER_STATEMENT).toList();
        while (!batch.isEmpty()) {
            batch.forEach(present::remove);
            try {
                statement.accept(batch, clock.instant());
            } catch (RuntimeException failed) {
                log.warn(
                        "Could not write that {} hosts were seen; trying again: {}", batch.size(), failed.getMessage());
                present.addAll(batch);
                return;
            }
            batch = present.stream().limit(HOSTS_PER_STATEMENT).toList();
        }
    }
}
