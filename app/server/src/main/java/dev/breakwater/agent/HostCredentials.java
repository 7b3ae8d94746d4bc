package dev.breakwater.agent;

import dev.breakwater.host.HostId;
import dev.breakwater.host.Hosts;
import dev.breakwater.identity.Secrets;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Whose credential is this? From memory where it is sure, which it never is between a revocation by this replica and the next look at the
 * database; one by another replica counts within a second.
 */
@Component
class HostCredentials {
    private final Hosts hosts;
    private final Memory memory;

    HostCredentials(Hosts hosts, Memory memory) {
        this.hosts = hosts;
        this.memory = memory;
    }

    Optional<HostId> of(String credential) {
        var hash = Secrets.sha256(credential);
        return memory.host(hash).or(() -> hosts.authenticate(hash));
    }
}
