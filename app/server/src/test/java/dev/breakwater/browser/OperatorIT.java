package dev.breakwater.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import dev.breakwater.Api;
import dev.breakwater.BreakwaterIT;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What an operator does besides rolling out, in a real browser; the content security policy may never be broken by it. */
@BreakwaterIT
class OperatorIT {
    private static final Pattern TOKEN = Pattern.compile("\"enrollmentToken\": \"([^\"]+)\"");

    private static Playwright playwright;
    private static Browser browser;

    @LocalServerPort
    private int port;

    private final String name = "operator-" + UUID.randomUUID().toString().substring(0, 8);
    private final List<String> complaints = new ArrayList<>();
    private BrowserContext context;
    private Page page;
    private Dashboard dashboard;

    @BeforeAll
    static void open() throws Exception {
        playwright = Browsers.playwright();
        browser = Browsers.launch(playwright);
    }

    @AfterAll
    static void close() {
        playwright.close();
    }

    @BeforeEach
    void openPage() {
        context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL("http://localhost:" + port)
                .setViewportSize(1440, 900));
        page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        dashboard = new Dashboard(page);
    }

    @AfterEach
    void closePage() {
        context.close();
        assertThat(complaints).isEmpty();
    }

    @Test
    void signing_in_leads_to_the_screen_that_was_asked_for() {
        page.navigate("/drift?groupBy=platform");
        page.getByLabel("Password").fill(BreakwaterIT.ADMIN_PASSWORD);
        dashboard.button("Sign in").click();
        assertThat(dashboard.heading("Drift")).isVisible();
        assertThat(page).hasURL(Pattern.compile(".*/drift\\?groupBy=platform"));
    }

    @Test
    void a_wrong_password_is_refused_in_words() {
        page.navigate("/");
        page.getByLabel("Password").fill("a guess");
        dashboard.button("Sign in").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Not signed in");
    }

    @Test
    void signing_out_leaves_nothing_on_the_screen() {
        dashboard.signIn();
        dashboard.signOut();
        assertThat(dashboard.button("Sign in")).isVisible();
        page.navigate("/hosts");
        assertThat(dashboard.button("Sign in")).isVisible();
    }

    @Test
    void the_stop_switch_is_thrown_and_released_with_reasons() {
        dashboard.signIn();
        say("Stop everything", "Stop everything now");
        assertThat(page.getByText("Everything is stopped: no host may switch")).isVisible();
        assertThat(Api.admin(port).get("/api/v1/stop").json().path("reason").asString())
                .isEqualTo(name);
        say("Release the stop", "Release");
        assertThat(dashboard.button("Stop everything")).isVisible();
        assertThat(Api.admin(port).get("/api/v1/stop").json().path("stopped").asBoolean())
                .isFalse();
    }

    @Test
    void the_token_on_the_settings_screen_enrols_a_host_that_then_can_be_held() {
        dashboard.signIn();
        page.navigate("/settings");
        page.getByLabel("Labels").fill("browser=" + name);
        dashboard.button("Make an enrolment token").click();
        enrol(tokenOnScreen());
        page.navigate("/hosts?selector=browser%3D" + name);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)).click();
        say("Hold", "Hold");
        assertThat(page.getByText("Held by admin: " + name)).isVisible();
        dashboard.button("Let go").click();
        assertThat(page.getByText("Rollouts may touch this host.")).isVisible();
    }

    @Test
    void a_bad_ref_is_named_at_its_row_and_a_mended_one_is_registered() {
        dashboard.signIn();
        page.navigate("/generations/new");
        page.getByLabel("Name").fill(name);
        dashboard.button("Row by row").click();
        page.getByLabel("Ref of artifact 1").fill("/tmp/nonsense");
        dashboard.button("Register").click();
        assertThat(page.locator(".bw-line-error")).isVisible();
        page.getByLabel("Ref of artifact 1").fill("/nix/store/%s-nixos-system".formatted("0".repeat(32)));
        dashboard.button("Register").click();
        assertThat(dashboard.heading(name)).isVisible();
        say("Quarantine", "Quarantine");
        assertThat(page.getByText("Quarantined").first()).isVisible();
    }

    @Test
    void a_person_who_is_let_in_may_do_what_the_role_says_and_be_removed() {
        dashboard.signIn();
        page.navigate("/settings");
        page.getByLabel("User name").fill(name);
        page.getByLabel("May", new Page.GetByLabelOptions().setExact(true)).selectOption("VIEWER");
        page.getByLabel("First password").fill("a first password");
        dashboard.button("Add the person").click();
        assertThat(dashboard.row(name)).isVisible();
        dashboard.signOut();
        dashboard.signIn(name, "a first password");
        assertThat(dashboard.button("Stop everything")).hasAttribute("aria-disabled", "true");
        dashboard.signOut();
        dashboard.signIn();
        page.navigate("/settings");
        dashboard.button("Remove " + name).click();
        dashboard.button("Remove " + name).click();
        assertThat(dashboard.row(name)).hasCount(0);
    }

    /** The button, then the reason, then the dialog's own button. */
    private void say(String verb, String confirm) {
        dashboard.button(verb).click();
        page.getByRole(AriaRole.DIALOG).getByLabel("Reason").fill(name);
        page.getByRole(AriaRole.DIALOG)
                .getByText(confirm, new Locator.GetByTextOptions().setExact(true))
                .last()
                .click();
    }

    private String tokenOnScreen() {
        var command = page.getByText(TOKEN).last();
        assertThat(command).isVisible();
        var found = TOKEN.matcher(command.textContent());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private void enrol(String token) {
        var body = """
                {"enrollmentToken": "%s", "name": "%s", "platform": "nixos", "machineId": "%s", "current": {"ref": "/nix/store/%s-nixos-system"}}
                """.formatted(token, name, UUID.randomUUID().toString().replace("-", ""), "0".repeat(32));
        assertThat(Api.anonymous(port).post("/agent/v1/enroll", body).status()).isEqualTo(201);
    }
}
