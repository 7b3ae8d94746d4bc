package dev.breakwater.agent;

import dev.breakwater.host.HostId;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A host that proved who it is. It has no authorities: what it may do is see to itself. */
final class HostAuthentication extends AbstractAuthenticationToken {
    private final transient HostId host;

    HostAuthentication(HostId host) {
        super(List.of());
        this.host = host;
        setAuthenticated(true);
    }

    @Override
    public HostId getPrincipal() {
        return host;
    }

    @Override
    public String getCredentials() {
        return "";
    }
}
