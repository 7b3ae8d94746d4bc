package dev.breakwater.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.breakwater.browser.Stage.PATIENCE;
import static java.time.ZoneOffset.UTC;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.breakwater.BreakwaterIT;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What only people can decide about a rollout, and how the dashboard leads them to it. */
@BreakwaterIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DecisionsIT {
    private static final int HOSTS = 6;

    @LocalServerPort
    int port;

    @TempDir
    static Path folder;

    private Stage stage;

    @BeforeAll
    void open() throws IOException, InterruptedException {
        stage = new Stage(port, HOSTS, folder);
    }

    @AfterAll
    void close() {
        stage.close();
    }

    @AfterEach
    void leave() {
        stage.clear();
    }

    @Test
    void two_people_approve_and_the_author_is_refused() {
        var author = stage.person("otto", "APPROVER");
        var anna = stage.person("anna", "APPROVER");
        var bert = stage.person("bert", "APPROVER");
        var name = stage.register("approved");

        var address = awaitApprovalBy(stage.as(author), name, "%s, %s, %s".formatted(author, anna, bert));
        var first = stage.as(anna);
        first.page().navigate("/approvals");
        new Axe(first.page()).holdsInBothThemes();
        first.inRow(name, "Approve").click();
        first.say("Approve", "the canary looks well");
        assertThat(first.row(name)).containsText("1 of 2 approvals; %s approved".formatted(anna));
        assertRefused(first, "approved it already");

        var second = stage.as(bert);
        second.page().navigate(address);
        assertThat(second.panel("Approvals")).containsText("the canary looks well");
        assertThat(second.panel("Approvals")).containsText(Pattern.compile("expires in (2 h|1\\d\\d min|1 h)"));
        second.inPanel("Approvals", "Approve").click();
        second.say("Approve", "so it does");
        second.waitForPhase("Completed", PATIENCE);
        assertThat(second.panel("Approvals")).containsText(bert + " approved canary");
    }

    @Test
    void a_halted_rollout_says_what_can_be_done_and_does_it() {
        var dashboard = stage.admin();
        var page = dashboard.page();
        var name = stage.register("bad");
        dashboard.plan(name, stage.selector());
        page.getByLabel("When a wave fails").selectOption("HALT");
        dashboard.start();
        dashboard.waitForPhase("Halted", PATIENCE);
        assertThat(page.locator(".bw-sentence")).containsText("failed, the budget is 0. It waits for a person");
        assertThat(dashboard.panel("What you can do")).containsText(name + " is quarantined");
        assertThat(dashboard.panel("Failure budget")).containsText("overdrawn");
        new Axe(page).holdsInBothThemes();

        dashboard.inPanel("What you can do", "Choose: Retry").click();
        dashboard.say("Retry", "perhaps it was chance");
        assertThat(dashboard.dialog()).containsText("is quarantined");
        dashboard.button("Do nothing").click();

        var address = page.url();
        release(dashboard, name);
        page.navigate(address);
        dashboard.inPanel("What you can do", "Choose: Retry").click();
        dashboard.say("Retry", "perhaps it was chance");
        assertThat(dashboard.logged("halted"))
                .hasCount(2, new HasCountOptions().setTimeout((double) PATIENCE.toMillis()));
        dashboard.inPanel("What you can do", "Choose: Roll back").click();
        dashboard.say("Roll back", "it was not");
        dashboard.waitForPhase("Rolled back", PATIENCE);
    }

    @Test
    void a_host_is_skipped_and_a_closed_window_overridden_with_reasons() {
        var window = stage.named("window");
        stage.created(
                "/api/v1/calendars", """
                {"name": "%s", "kind": "WINDOW", "zone": "UTC", "entries": [{"start": "%sT00:00", "duration": "PT1H", "rrule": "FREQ=DAILY"}]}""".formatted(window, LocalDate.now(UTC).plusDays(2)));
        var dashboard = stage.admin();
        var page = dashboard.page();
        dashboard.plan(stage.register("windowed"), stage.selector());
        page.getByLabel(window).check();
        dashboard.field("Deadline of wave 1").fill("40s");
        dashboard.field("Deadline of wave 2").fill("40s");
        dashboard.start();
        assertThat(page.locator(".bw-sentence")).containsText("window " + window);

        skipLastHost(dashboard);
        dashboard.inPanel("Terms", "Override the calendars").click();
        dashboard.say("Override", "the fix cannot wait");
        assertThat(dashboard.panel("Terms")).containsText("overridden by admin");
        assertThat(dashboard.panel("Terms")).containsText("the fix cannot wait");
        new Axe(page).holdsInBothThemes();
        dashboard.waitForPhase("Completed", PATIENCE);
        assertThat(dashboard.panel(HOSTS + " hosts")).containsText(Pattern.compile("1\\s*⊘\\s*Skipped"));
    }

    /** Two approvals of these people after the canary; answers the rollout's address. */
    private static String awaitApprovalBy(Dashboard author, String generation, String names) {
        var page = author.page();
        author.plan(generation, "fleet=" + generation.replaceAll("-.*", ""));
        page.getByLabel("Wave 1 needs approval").check();
        page.getByLabel("Approvals needed").fill("2");
        page.getByLabel("From", new Page.GetByLabelOptions().setExact(true)).fill(names);
        page.getByLabel("An approval holds for").fill("2h");
        author.start();
        author.waitForPhase("Awaiting approval", PATIENCE);
        assertRefused(author, "The author of a rollout may not approve it");
        new Axe(page).holdsInBothThemes();
        return page.url();
    }

    private static void assertRefused(Dashboard dashboard, String why) {
        var approve = dashboard.button("Approve").last();
        assertThat(approve).hasAttribute("aria-disabled", "true");
        assertThat(approve).hasAttribute("aria-description", Pattern.compile(".*" + why + ".*"));
    }

    private static void release(Dashboard dashboard, String generation) {
        dashboard.page().navigate("/quarantine");
        new Axe(dashboard.page()).holdsInBothThemes();
        dashboard.button("Release " + generation).click();
        dashboard.say("Release", "to be tried once more");
        assertThat(dashboard.row(generation)).hasCount(0);
    }

    private static void skipLastHost(Dashboard dashboard) {
        var host = dashboard.row("rest").last();
        var name = host.getByRole(AriaRole.LINK).textContent();
        dashboard.button("Skip " + name).click();
        dashboard.say("Skip the host", "its disk is being replaced");
        assertThat(dashboard.row(name)).containsText("Skipped");
    }
}
