package dev.breakwater.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import dev.breakwater.Api;
import dev.breakwater.BreakwaterIT;
import dev.breakwater.FleetProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** A browser, a small fleet of its own labels, and people who sign in each in a window of their own. */
final class Stage implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String PASSWORD = "a long enough password";

    private final int port;
    private final String fleet =
            "stage" + UUID.randomUUID().toString().replaceAll("[^a-f0-9]", "").substring(0, 6);
    private final Playwright playwright = Browsers.playwright();
    private final Browser browser;
    private final FleetProcess hosts;
    private final List<BrowserContext> windows = new ArrayList<>();

    Stage(int port, int hosts, Path folder) throws IOException, InterruptedException {
        this.port = port;
        this.browser = Browsers.launch(playwright);
        this.hosts = FleetProcess.start(
                "http://localhost:" + port, new FleetProcess.Cast(fleet, hosts, named("bad")), folder);
        await("the fleet is known").atMost(PATIENCE).until(() -> hostsWithLastGood() == hosts);
    }

    String selector() {
        return "fleet=" + fleet;
    }

    String named(String what) {
        return fleet + "-" + what;
    }

    Api api() {
        return Api.admin(port);
    }

    Dashboard admin() {
        return signIn("admin", BreakwaterIT.ADMIN_PASSWORD);
    }

    Dashboard as(String person) {
        return signIn(person, PASSWORD);
    }

    String person(String name, String role) {
        created("/api/v1/users", """
                {"name": "%s", "password": "%s", "role": "%s"}""".formatted(named(name), PASSWORD, role));
        return named(name);
    }

    /** The fleet fails the one named {@code bad}. */
    String register(String what) {
        var hash = new byte[16];
        ThreadLocalRandom.current().nextBytes(hash);
        var ref = "/nix/store/%s-nixos-system-%s"
                .formatted(HexFormat.of().formatHex(hash).replace('e', 'g'), named(what));
        created("/api/v1/generations", """
                {"name": "%s", "platform": "nixos", "artifacts": [{"ref": "%s"}]}""".formatted(named(what), ref));
        return named(what);
    }

    void created(String path, String body) {
        var answer = api().post(path, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    /** Windows are closed, and what still owns the hosts is cancelled: the next test needs them. */
    void clear() {
        windows.forEach(BrowserContext::close);
        windows.clear();
        api().get("/api/v1/rollouts?limit=100")
                .json()
                .path("items")
                .valueStream()
                .filter(rollout -> rollout.path("selector").asString().equals(selector()))
                .filter(rollout -> rollout.path("finishedAt").isNull())
                .forEach(rollout -> api().post(
                                "/api/v1/rollouts/%s/cancel"
                                        .formatted(rollout.path("id").asString()),
                                "{\"reason\": \"the test is over\"}"));
    }

    @Override
    public void close() {
        hosts.close();
        playwright.close();
    }

    private Dashboard signIn(String name, String password) {
        var window = browser.newContext(new NewContextOptions()
                .setBaseURL("http://localhost:" + port)
                .setViewportSize(1440, 900)
                .setReducedMotion(ReducedMotion.REDUCE));
        windows.add(window);
        var dashboard = new Dashboard(window.newPage());
        dashboard.signIn(name, password);
        return dashboard;
    }

    private long hostsWithLastGood() {
        return api().get("/api/v1/hosts?limit=100&selector=" + selector())
                .json()
                .path("items")
                .valueStream()
                .filter(host -> host.path("lastGood").isObject())
                .count();
    }
}
