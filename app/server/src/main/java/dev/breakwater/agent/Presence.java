package dev.breakwater.agent;

import dev.breakwater.host.HostId;
import dev.breakwater.host.Hosts;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Remembers who polled and writes it once a second, whatever the number of polls. A crash forgets at most that second; the hosts'
 * next polls make up for it.
 */
@Component
class Presence {
    private static final Logger log = LoggerFactory.getLogger(Presence.class);
    private static final int HOSTS_PER_STATEMENT = 5000;

    private final Hosts hosts;
    private final Memory memory;
    private final Clock clock;
    private final Set<HostId> seen = ConcurrentHashMap.newKeySet();

    Presence(Hosts hosts, Memory memory, Clock clock) {
        this.hosts = hosts;
        this.memory = memory;
        this.clock = clock;
    }

    void saw(HostId host) {
        seen.add(host);
    }

    /** Takes no more than one statement's worth at a time; a failed write is repeated with the next. */
    @Scheduled(fixedDelayString = "PT1S")
    void write() {
        seen.addAll(memory.drainSeen());
        List<HostId> batch = seen.stream().limit(HOSTS_PER_STATEMENT).toList();
        while (!batch.isEmpty()) {
            batch.forEach(seen::remove);
            if (!write(batch)) {
                return;
            }
            batch = seen.stream().limit(HOSTS_PER_STATEMENT).toList();
        }
    }

    private boolean write(List<HostId> batch) {
        try {
            hosts.seen(batch, clock.instant());
            return true;
        } catch (RuntimeException failed) {
            log.warn("Could not write that {} hosts were seen; trying again: {}", batch.size(), failed.getMessage());
            seen.addAll(batch);
            return false;
        }
    }
}
