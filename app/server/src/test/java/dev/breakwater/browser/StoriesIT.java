package dev.breakwater.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.breakwater.Api;
import dev.breakwater.BreakwaterIT;
import dev.breakwater.FleetProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a rollout is asked to keep to, as people see it: windows, gates, quarantines. */
@BreakwaterIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoriesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String fleet =
            "story" + UUID.randomUUID().toString().replaceAll("[^a-f0-9]", "").substring(0, 6);

    @LocalServerPort
    int port;

    @TempDir
    static Path folder;

    private Playwright playwright;
    private Browser browser;
    private FleetProcess hosts;
    private BrowserContext context;

    @BeforeAll
    void open() throws IOException, InterruptedException {
        playwright = Browsers.playwright();
        browser = Browsers.launch(playwright);
        hosts = FleetProcess.start("http://localhost:" + port, new FleetProcess.Cast(fleet, 4, fleet + "-bad"), folder);
        await("the fleet is known").atMost(PATIENCE).until(() -> hostsWithLastGood() == 4);
    }

    @AfterAll
    void close() {
        hosts.close();
        playwright.close();
    }

    @AfterEach
    void leave() {
        context.close();
    }

    @Test
    void a_rollout_says_that_its_window_is_closed() {
        var dashboard = signIn();
        var page = dashboard.page();
        makeWindow(dashboard, fleet + "-window");
        dashboard.plan(register("windowed"), "fleet=" + fleet);
        page.getByLabel(fleet + "-window").check();
        dashboard.start();
        assertThat(dashboard.heading(fleet + "-windowed")).isVisible();
        assertThat(page.locator("main")).containsText("closed");
        var rollout = page.url();
        var id = rollout.substring(rollout.lastIndexOf('/') + 1);
        Api.admin(port).post("/api/v1/rollouts/" + id + "/cancel", "{\"reason\":\"seen enough\"}");
        dashboard.waitForPhase("Cancelled", PATIENCE);
    }

    @Test
    void a_gate_that_fails_takes_the_rollout_back_and_says_why() throws IOException {
        var oracle = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        oracle.createContext("/", StoriesIT::fail);
        oracle.start();
        try {
            var dashboard = signIn();
            var page = dashboard.page();
            makeGate(dashboard, "http://127.0.0.1:" + oracle.getAddress().getPort());
            tryGate(dashboard);
            dashboard.plan(register("gated"), "fleet=" + fleet);
            dashboard.button("Gates of wave 1: none").click();
            page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(fleet))
                    .getByRole(AriaRole.CHECKBOX)
                    .check();
            page.keyboard().press("Escape");
            dashboard.start();
            dashboard.waitForPhase("Rolled back", PATIENCE);
            assertThat(page.getByLabel("Gates of wave canary")).containsText("the error rate has doubled");
            dashboard.button("History of %s in wave canary".formatted(fleet)).click();
            assertThat(page.locator(".bw-gate-history")).containsText("Fail");
            assertThat(dashboard.panel("Evidence")).containsText("Defects that would have shown");
            new Axe(page).holdsInBothThemes();
        } finally {
            oracle.stop(0);
        }
    }

    @Test
    void a_quarantined_generation_is_listed_and_released_with_a_reason() {
        var name = register("condemned");
        var id = generation(name);
        Api.admin(port).post("/api/v1/generations/" + id + "/quarantine", "{\"reason\":\"smells of smoke\"}");
        var dashboard = signIn();
        var page = dashboard.page();
        page.navigate("/quarantine");
        assertThat(row(page, name)).containsText("smells of smoke");
        dashboard.button("Release " + name).click();
        say(page, "Release");
        assertThat(row(page, name)).hasCount(0);
    }

    /** It opens in two days, so that it is closed whatever the clock says. */
    private static void makeWindow(Dashboard dashboard, String name) {
        var page = dashboard.page();
        page.navigate("/calendars/new");
        page.getByLabel("Name").fill(name);
        page.getByLabel("Time zone").fill("UTC");
        page.getByLabel("Begins").fill(LocalDate.now(UTC).plusDays(2) + "T00:00");
        page.getByLabel("Lasts").fill("1h");
        page.getByLabel("Comes").selectOption("DAILY");
        dashboard.button("Create").click();
        assertThat(dashboard.heading(name)).isVisible();
    }

    private void makeGate(Dashboard dashboard, String address) {
        var page = dashboard.page();
        page.navigate("/gates/new");
        page.getByLabel("Type").selectOption("WEBHOOK");
        page.getByLabel("Name").fill(fleet);
        page.getByLabel("Address").fill(address);
        page.getByLabel("Signing key")
                .fill("whsec_"
                        + Base64.getEncoder().encodeToString(fleet.repeat(4).getBytes(UTF_8)));
        page.getByLabel("Dry run").uncheck();
        page.getByLabel("Evaluated every").fill("10s");
        dashboard.button("Create").click();
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(fleet)))
                .isVisible();
    }

    private void tryGate(Dashboard dashboard) {
        var page = dashboard.page();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(fleet))
                .click();
        dashboard.inPanel("Try it", "Try now").click();
        assertThat(dashboard.panel("Try it")).containsText("the error rate has doubled");
        new Axe(page).holdsInBothThemes();
    }

    private static void fail(HttpExchange exchange) throws IOException {
        var verdict = "{\"verdict\":\"FAIL\",\"reason\":\"the error rate has doubled\"}".getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, verdict.length);
        try (var body = exchange.getResponseBody()) {
            body.write(verdict);
        }
    }

    private static Locator row(Page page, String text) {
        return page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(text));
    }

    private static void say(Page page, String confirm) {
        var dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Reason").fill("the story's test");
        dialog.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(confirm).setExact(true))
                .click();
    }

    private Dashboard signIn() {
        context = browser.newContext(new NewContextOptions()
                .setBaseURL("http://localhost:" + port)
                .setViewportSize(1440, 900)
                .setReducedMotion(ReducedMotion.REDUCE));
        var dashboard = new Dashboard(context.newPage());
        dashboard.signIn();
        return dashboard;
    }

    private String register(String what) {
        var name = fleet + "-" + what;
        var digit = Integer.toHexString(what.hashCode() & 0xf).replace('e', '9');
        var ref = "/nix/store/%s-nixos-system-%s".formatted(digit.repeat(32), name);
        var answer = Api.admin(port).post("/api/v1/generations", """
                        {"name": "%s", "platform": "nixos", "artifacts": [{"ref": "%s"}]}""".formatted(name, ref));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return name;
    }

    private String generation(String name) {
        return Api.admin(port)
                .get("/api/v1/generations?limit=200")
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    private long hostsWithLastGood() {
        return Api.admin(port)
                .get("/api/v1/hosts?limit=100&selector=fleet=" + fleet)
                .json()
                .path("items")
                .valueStream()
                .filter(host -> host.path("lastGood").isObject())
                .count();
    }
}
