package dev.breakwater.fleetsim;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A fleet to look at: simulated hosts that enrol, one rollout that completes, one whose second wave fails and rolls back; then the
 * fleet lives on. Runs beside the server in threads of its own and never throws at it.
 */
public final class Demo implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Demo.class);
    private static final Duration ARRIVAL_OF_EACH = Duration.ofMillis(40);
    private static final Duration FOREVER = Duration.ofDays(10_000);

    private final DemoSettings settings;
    private final Http http;
    private final Members disks;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().daemon().name("demo-", 0).factory());
    private volatile List<SimulatedHost> hosts = List.of();
    private volatile List<Enrolled> kept = List.of();

    private Demo(DemoSettings settings) {
        this.settings = settings;
        this.http = new Http(Servers.of(settings.server().toString()));
        this.disks = new Members(settings.folder());
    }

    /** Returns at once. */
    public static Demo start(DemoSettings settings) {
        var demo = new Demo(settings);
        demo.threads.execute(demo::play);
        return demo;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        http.close();
        keepDisks();
    }

    private void play() {
        log.info("Demo: {}", settings);
        var operator = new OperatorApi(http, settings.adminToken());
        var identities = DemoFleet.identities(settings.hosts());
        try (var fleet = gather(operator, identities)) {
            fleet.start(ARRIVAL_OF_EACH.multipliedBy(settings.hosts()));
            var _ = threads.scheduleWithFixedDelay(this::keepDisks, 1, 1, TimeUnit.SECONDS);
            show(new DemoScript(operator, identities, settings.soak()));
            Thread.sleep(FOREVER);
        } catch (InterruptedException closed) {
            log.debug("Demo: closed", closed);
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            log.warn("Demo: could not begin; the server is not affected: {}", failed.getMessage());
        }
    }

    /** What cannot be shown does not end the fleet. */
    private void show(DemoScript script) throws InterruptedException {
        try {
            script.play();
            log.info("Demo: all is shown; the {} hosts live on", settings.hosts());
        } catch (RuntimeException failed) {
            log.warn("Demo: stopped early; its {} hosts live on: {}", settings.hosts(), failed.getMessage());
        }
    }

    private Fleet gather(OperatorApi operator, List<Identity> identities) {
        var api = new HttpAgentApi(http);
        var members = new Enrolment(api, operator).enrol(identities, disks.load(), DemoFleet::firstSystem);
        disks.save(members);
        hosts = members.stream().map(member -> host(api, member)).toList();
        return new Fleet(hosts, hosts.size());
    }

    private void keepDisks() {
        var now = hosts.stream().map(SimulatedHost::self).toList();
        if (now.equals(kept)) {
            return;
        }
        try {
            disks.save(now);
            kept = now;
        } catch (UncheckedIOException full) {
            log.warn("Demo: cannot keep the simulated disks: {}", full.getMessage());
        }
    }

    private SimulatedHost host(AgentApi api, Enrolled member) {
        return new SimulatedHost(api, member, DemoFleet.temperament(member.identity(), settings.activation()), true);
    }
}
