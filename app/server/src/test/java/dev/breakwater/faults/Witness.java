package dev.breakwater.faults;

import dev.breakwater.Api;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A host that runs something else in every report, so that each leaves a line in its history, and that remembers which ones were
 * acknowledged. Each time it asks any replica, and waits for the answer before it reports again.
 */
final class Witness implements Runnable {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final String name;
    private final String credential;
    private final List<Integer> ports;
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private int number;

    private Witness(String name, String credential, List<Integer> ports) {
        this.name = name;
        this.credential = credential;
        this.ports = ports;
    }

    static Witness enrol(String name, String enrollmentToken, List<Integer> ports) {
        var answer = Api.anonymous(ports.getFirst())
                .post("/agent/v1/enroll", """
                {"enrollmentToken": "%s", "name": "%s", "platform": "nixos", "machineId": "%s", "labels": {"fleet": "witnesses"},
                 "current": {"ref": "%s"}}""".formatted(enrollmentToken, name, name, ref(name, 0)));
        return new Witness(name, answer.json().path("credential").asString(), ports);
    }

    /** What was acknowledged, in the order in which it was. */
    List<String> acknowledged() {
        return List.copyOf(acknowledged);
    }

    String name() {
        return name;
    }

    @Override
    public void run() {
        number++;
        var ref = ref(name, number);
        if (report(ref)) {
            acknowledged.add(ref);
        }
    }

    private boolean report(String ref) {
        var port = ports.get(ThreadLocalRandom.current().nextInt(ports.size()));
        var api = Api.anonymous(port).bearer(credential).with("Content-Type", "application/json");
        try {
            return api.send(api.request("/agent/v1/reports")
                                    .timeout(PATIENCE)
                                    .POST(BodyPublishers.ofString("""
                            {"epoch": 0, "phase": "ACTIVE", "current": {"ref": "%1$s"}, "booted": {"ref": "%1$s"}, "bootId": "one",
                             "bootComplete": true, "checks": [{"name": "health", "status": "PASS"}]}""".formatted(ref)))
                                    .build())
                            .status()
                    == 200;
        } catch (UncheckedIOException unanswered) {
            return false;
        }
    }

    private static String ref(String name, int number) {
        return "/nix/store/%032d-nixos-system-%s".formatted(number, name);
    }
}
