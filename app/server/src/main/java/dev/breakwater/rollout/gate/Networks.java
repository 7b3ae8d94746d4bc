package dev.breakwater.rollout.gate;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Which addresses the server lets itself be sent to by what people enter. Private, local and reserved networks are closed unless the
 * settings open them: else whoever may define a gate could reach the server's neighbours and its cloud's metadata.
 */
@Component
class Networks {
    /** RFC 6890 and its kin, beyond what {@link InetAddress} tells by itself. */
    private static final List<Block> RESERVED = Stream.of(
                    "0.0.0.0/8",
                    "100.64.0.0/10",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "240.0.0.0/4",
                    "fc00::/7",
                    "64:ff9b::/96",
                    "64:ff9b:1::/48",
                    "100::/64",
                    "2001:db8::/32",
                    "2002::/16")
            .map(Block::parse)
            .toList();

    private final List<Block> allowed;

    Networks(GateProperties properties) {
        this.allowed = properties.allowedNetworks().stream().map(Block::parse).toList();
    }

    /** Why a URL may not be entered. A host that cannot be resolved now may be later; it is looked at again before every request. */
    Optional<String> objection(String url) {
        try {
            require(parse(url));
            return Optional.empty();
        } catch (UnknownHostException _) {
            return Optional.empty();
        } catch (Unreachable refused) {
            return Optional.of(String.valueOf(refused.getMessage()));
        }
    }

    /** The JVM remembers a host's addresses for longer than it takes to connect, so those that are checked here are those used. */
    void require(URI uri) throws UnknownHostException {
        for (var address : InetAddress.getAllByName(uri.getHost())) {
            if (isClosed(address) && allowed.stream().noneMatch(block -> block.contains(address))) {
                throw new Unreachable(
                        "leads to %s, which is not a public address; the setting breakwater.gates.allowed-networks can open it"
                                .formatted(address.getHostAddress()));
            }
        }
    }

    static URI parse(String url) {
        try {
            var uri = new URI(url);
            var web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (!web || uri.getHost() == null || uri.getUserInfo() != null || uri.getFragment() != null) {
                throw new Unreachable("must be an http or https URL with a host, and without user or fragment");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new Unreachable("must be a URL: " + e.getReason());
        }
    }

    private static boolean isClosed(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || RESERVED.stream().anyMatch(block -> block.contains(address));
    }
}
