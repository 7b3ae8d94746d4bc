package dev.breakwater.agent;

import dev.breakwater.host.HostId;
import dev.breakwater.host.Hosts;
import dev.breakwater.identity.Secrets;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whose credential is this? For polls from memory where it is sure; calls that change something always ask the database. */
@Component
class HostCredentials {
    private final Hosts hosts;
    private final Memory memory;

    HostCredentials(Hosts hosts, Memory memory) {
        this.hosts = hosts;
        this.memory = memory;
    }

    Optional<HostId> ask(String credential) {
        return hosts.authenticate(Secrets.sha256(credential));
    }

    Optional<HostId> recall(String credential) {
        var hash = Secrets.sha256(credential);
        return memory.host(hash).or(() -> hosts.authenticate(hash));
    }
}
