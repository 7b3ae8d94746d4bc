package dev.breakwater.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import dev.breakwater.Api;
import dev.breakwater.BreakwaterIT;
import dev.breakwater.FleetProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A real browser, the real server, simulated hosts in a process of their own. */
@BreakwaterIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class DashboardIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String FLEET = "screen" + ProcessHandle.current().pid();
    private static final String GOOD = FLEET + "-good";
    private static final String BAD = FLEET + "-bad";

    @LocalServerPort
    int port;

    @TempDir
    static Path folder;

    private Playwright playwright;
    private Browser browser;
    private FleetProcess fleet;

    @BeforeAll
    void open() throws IOException, InterruptedException {
        playwright = Browsers.playwright();
        browser = Browsers.launch(playwright);
        fleet = FleetProcess.start("http://localhost:" + port, new FleetProcess.Cast(FLEET, 24, BAD), folder);
        register(GOOD, '1');
        register(BAD, '2');
        await("the fleet is known").atMost(PATIENCE).until(() -> hostsWithLastGood() == 24);
    }

    @AfterAll
    void close() {
        fleet.close();
        playwright.close();
    }

    /** First: the screens that are inspected afterwards then have something to show. */
    @Test
    @Order(1)
    void a_canary_rollout_completes_and_a_bad_one_is_taken_back_before_the_operators_eyes() {
        try (var context = browser.newContext(options(ColorScheme.LIGHT))) {
            var dashboard = new Dashboard(context.newPage());
            dashboard.signIn();
            dashboard.startRollout(GOOD, "fleet=" + FLEET);
            dashboard.waitForPhase("Completed", PATIENCE);
            dashboard.startRollout(BAD, "fleet=" + FLEET);
            dashboard.waitForPhase("Rolled back", PATIENCE);
            assertThat(dashboard.page().locator("main")).containsText("failed, the budget is 0");
        }
    }

    @Test
    void no_screen_has_a_serious_accessibility_violation_in_light() {
        inspectScreens(ColorScheme.LIGHT);
    }

    @Test
    void no_screen_has_a_serious_accessibility_violation_in_dark() {
        inspectScreens(ColorScheme.DARK);
    }

    @Test
    void no_screen_is_wider_than_a_telephone() {
        try (var context = browser.newContext(options(ColorScheme.LIGHT).setViewportSize(390, 844))) {
            var dashboard = new Dashboard(context.newPage());
            dashboard.signIn();
            for (var screen : screens()) {
                dashboard.page().navigate(screen);
                dashboard.page().locator("h1").first().waitFor();
                assertThat(dashboard.page().evaluate("document.documentElement.scrollWidth"))
                        .as(screen)
                        .isEqualTo(390);
            }
        }
    }

    private void inspectScreens(ColorScheme scheme) {
        try (var context = browser.newContext(options(scheme))) {
            var dashboard = new Dashboard(context.newPage());
            inspect(dashboard.page(), "/", "sign-in", scheme);
            dashboard.signIn();
            for (var screen : screens()) {
                inspect(dashboard.page(), screen, screen.equals("/") ? "home" : name(screen), scheme);
            }
        }
    }

    private List<String> screens() {
        var api = Api.admin(port);
        var host = api.get("/api/v1/hosts?selector=fleet=" + FLEET)
                .json()
                .at("/items/0/id")
                .asString();
        var generation = api.get("/api/v1/generations").json().at("/items/0/id").asString();
        var rollout = api.get("/api/v1/rollouts").json().at("/items/0/id").asString();
        var screens = new ArrayList<>(List.of(
                "/",
                "/rollouts",
                "/rollouts/new",
                "/hosts",
                "/hosts/" + host,
                "/generations",
                "/generations/" + generation,
                "/generations/new",
                "/drift",
                "/approvals",
                "/quarantine?show=all",
                "/calendars",
                "/calendars/new",
                "/calendars/" + calendar(),
                "/gates",
                "/gates/new",
                "/profiles",
                "/profiles/canary",
                "/profiles/new",
                "/audit",
                "/settings"));
        screens.add("/rollouts/" + rollout);
        return screens;
    }

    /** Binds no host: the rollouts beside it are not to wait for it. */
    private String calendar() {
        var answer = Api.admin(port).post("/api/v1/calendars", """
                        {"name": "night-%s", "kind": "WINDOW", "zone": "Europe/Berlin",
                         "entries": [{"summary": "night", "start": "2026-01-06T22:00", "duration": "PT4H", "rrule": "FREQ=WEEKLY;BYDAY=TU,WE"}]}""".formatted(
                        UUID.randomUUID().toString().substring(0, 8)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    private static void inspect(Page page, String path, String name, ColorScheme scheme) {
        page.navigate(path);
        page.locator("h1").first().waitFor();
        new Axe(page).holds();
        page.screenshot(new ScreenshotOptions()
                .setPath(Path.of(
                        "target/screens/%s-%s.png".formatted(name, scheme.name().toLowerCase(Locale.ROOT)))));
    }

    private static String name(String path) {
        return path.substring(1)
                .replaceAll("\\?.*", "")
                .replaceAll("/[0-9a-f-]{36}", "-one")
                .replace('/', '-');
    }

    private NewContextOptions options(ColorScheme scheme) {
        return new NewContextOptions()
                .setBaseURL("http://localhost:" + port)
                .setViewportSize(1440, 900)
                .setColorScheme(scheme);
    }

    private void register(String name, char digit) {
        var ref =
                "/nix/store/%s-nixos-system-%s".formatted(String.valueOf(digit).repeat(32), name);
        var answer = Api.admin(port).post("/api/v1/generations", """
                        {"name": "%s", "platform": "nixos", "artifacts": [{"ref": "%s"}]}""".formatted(name, ref));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    private long hostsWithLastGood() {
        return Api.admin(port)
                .get("/api/v1/hosts?limit=100&selector=fleet=" + FLEET)
                .json()
                .path("items")
                .valueStream()
                .filter(host -> host.path("lastGood").isObject())
                .count();
    }
}
