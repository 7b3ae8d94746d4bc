package dev.breakwater.agent;

import dev.breakwater.agent.memory.HostTable;
import dev.breakwater.host.CredentialStore;
import dev.breakwater.host.HostCredential;
import dev.breakwater.host.HostId;
import dev.breakwater.rollout.Desired;
import dev.breakwater.rollout.Offers;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads all hosts into a new table, a page at a time: who they are, and what each would be told now. */
@Component
class Loading {
    private static final int PAGE = 5_000;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final CredentialStore credentials;
    private final Offers offers;
    private final PollPace pace;
    private final Clock clock;

    Loading(CredentialStore credentials, Offers offers, PollPace pace, Clock clock) {
        this.credentials = credentials;
        this.offers = offers;
        this.pace = pace;
        this.clock = clock;
    }

    HostTable load() {
        var table = new HostTable(clock, credentials.about());
        List<HostCredential> page = credentials.after(BEFORE_ALL, PAGE);
        while (!page.isEmpty()) {
            enter(page, table);
            page = credentials.after(page.getLast().host().value(), PAGE);
        }
        return table;
    }

    private void enter(List<HostCredential> page, HostTable table) {
        Map<HostId, Desired> desired =
                offers.desired(page.stream().map(HostCredential::host).toList());
        for (var credential : page) {
            var host = credential.host();
            table.put(host.value(), credential.high(), credential.low());
            var wanted = desired.get(host);
            if (wanted != null) {
                var state = DesiredState.of(wanted, pace.seconds(host, wanted));
                table.remember(table.ticket(host.value()), host.value(), state.etag(), wanted.basis());
            }
        }
    }
}
