package dev.breakwater.host;

import dev.breakwater.host.HostStore.Known;
import dev.breakwater.identity.Ids;
import dev.breakwater.identity.Secrets;
import dev.breakwater.web.Violations;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets hosts in. A host known by name and machine gets a new credential and keeps its id; any other machine is refused the name.
 * Labels: what a host says of itself, then what operators gave it before, then the token's, each overriding those before.
 */
@Service
class Enrollment {
    private final EnrollmentUses tokens;
    private final HostStore hosts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Enrollment(EnrollmentUses tokens, HostStore hosts, ApplicationEventPublisher events, Clock clock) {
        this.tokens = tokens;
        this.hosts = hosts;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public Enrolled enroll(EnrollmentRequest request) {
        check(request);
        var now = clock.instant();
        var pass = tokens.use(Secrets.sha256(request.enrollmentToken()), now);
        var secret = Secrets.newSecret("bwh");
        var newcomer = new Newcomer(request, pass, secret, now);
        var id = hosts.lockByName(request.name())
                .map(known -> admitAgain(known, newcomer))
                .orElseGet(() -> admit(newcomer));
        return new Enrolled(id, secret);
    }

    private record Newcomer(EnrollmentRequest request, EnrollmentUses.Pass pass, String credential, Instant at) {
        byte[] credentialHash() {
            return Secrets.sha256(credential);
        }

        Map<String, String> labelsOver(Map<String, String> earlier) {
            var labels = new HashMap<String, String>();
            if (request.labels() != null) {
                labels.putAll(request.labels());
            }
            labels.putAll(earlier);
            labels.putAll(pass.labels());
            new Violations()
                    .check(
                            labels.size() <= Labels.MOST,
                            "/labels",
                            "at most " + Labels.MOST + " labels, with the token's")
                    .raise();
            return labels;
        }
    }

    private HostId admit(Newcomer newcomer) {
        var request = newcomer.request();
        var id = new HostId(Ids.next(newcomer.at()));
        var labels = newcomer.labelsOver(Map.of());
        if (!hosts.insert(id, request, labels, newcomer.credentialHash(), newcomer.at())) {
            // somebody enrolled under this name since we looked; now its row can be locked
            return hosts.lockByName(request.name())
                    .map(known -> admitAgain(known, newcomer))
                    .orElseThrow(() -> EnrollmentRefused.nameTaken(request.name()));
        }
        tell("host.enrolled", id, newcomer, "%s enrolled".formatted(request.name()));
        return id;
    }

    private HostId admitAgain(Known known, Newcomer newcomer) {
        var request = newcomer.request();
        if (!known.machineId().equals(request.machineId())) {
            throw EnrollmentRefused.nameTaken(request.name());
        }
        if (known.platform() != request.platform()) {
            throw EnrollmentRefused.otherPlatform(request.name(), known.platform());
        }
        hosts.rotate(known.id(), newcomer.labelsOver(known.labels()), newcomer.credentialHash(), newcomer.at());
        tell(
                "host.reenrolled",
                known.id(),
                newcomer,
                "%s enrolled again; its former credential is void".formatted(request.name()));
        return known.id();
    }

    private void tell(String type, HostId id, Newcomer newcomer, String message) {
        var actor = "enrollment-tokens/" + newcomer.pass().token();
        events.publishEvent(new HostChanged(newcomer.at(), type, id, actor, null, message, true));
    }

    private static void check(EnrollmentRequest request) {
        var violations = new Violations()
                .text(request.enrollmentToken(), 200, "/enrollmentToken")
                .check(HostNames.isName(request.name()), "/name", HostNames.RULE)
                .check(request.platform() != null, "/platform", "must be one of " + Platform.names())
                .check(HostNames.isMachineId(request.machineId()), "/machineId", HostNames.MACHINE_RULE);
        if (request.labels() != null) {
            Labels.check(request.labels(), "/labels", violations);
        }
        violations.raise();
        if (request.current() != null) {
            new Violations()
                    .check(request.current().ref() != null, "/current/ref", "is required")
                    .raise();
            request.platform().requireRef(request.current().ref(), "/current/ref");
        }
    }
}
