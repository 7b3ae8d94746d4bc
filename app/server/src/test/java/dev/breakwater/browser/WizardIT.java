package dev.breakwater.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.breakwater.browser.Stage.PATIENCE;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import dev.breakwater.BreakwaterIT;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;

/** How a rollout is thought out beforehand: by a profile, against a defect of assumed size, with gates. */
@BreakwaterIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WizardIT {
    @LocalServerPort
    int port;

    @TempDir
    static Path folder;

    private Stage stage;

    @BeforeAll
    void open() throws IOException, InterruptedException {
        stage = new Stage(port, 6, folder);
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
    void a_profile_gets_a_second_version_and_shapes_a_rollout() {
        var dashboard = stage.admin();
        var page = dashboard.page();
        var profile = stage.named("profile");
        make(dashboard, profile);
        page.getByRole(AriaRole.LINK, link(profile)).click();
        dashboard.field("Size of wave 1").fill("2");
        dashboard.button("Save as the next version").click();
        assertThat(dashboard.row(profile)).containsText("2");
        page.getByRole(AriaRole.LINK, link(profile)).click();
        assertThat(dashboard.panel("Versions")).containsText(Pattern.compile("version 2.*version 1"));
        new Axe(page).holdsInBothThemes();

        choose(dashboard, stage.register("profiled"));
        dashboard.button(profile).click();
        assertThat(dashboard.field("Size of wave 1")).hasValue("2");
        dashboard.start();
        assertThat(dashboard.panel("Terms")).containsText(profile);
        dashboard.waitForPhase("Completed", PATIENCE);
    }

    @Test
    void a_defect_of_assumed_size_is_played_before_anything_moves() {
        var dashboard = stage.admin();
        var page = dashboard.page();
        dashboard.plan(stage.register("simulated"), stage.selector());
        var simulate = dashboard.panel("Simulate");
        assertThat(simulate)
                .containsText(Pattern.compile(
                        "A defect of 10 % of hosts would hit \\d hosts? \\(90 % of runs: \\d to \\d\\)"));
        simulate.getByRole(AriaRole.SLIDER).fill("9");
        assertThat(simulate).containsText("A defect of 100 % of hosts would hit");
        assertThat(simulate).containsText("stopped in canary");
        new Axe(page).holdsInBothThemes();
    }

    @Test
    void a_gate_with_a_condition_that_compares_nothing_is_refused_at_its_field() {
        var dashboard = stage.admin();
        var page = dashboard.page();
        page.navigate("/gates/new");
        page.getByLabel("Name").fill(stage.named("gate"));
        page.getByLabel("Server").fill("http://127.0.0.1:9");
        page.locator("#gate-query").fill("up");
        page.getByLabel("Passes when").fill("mostly");
        dashboard.button("Create").click();
        assertThat(dashboard.panel("What it asks")).containsText("must compare with a number");
        new Axe(page).holdsInBothThemes();
        page.getByLabel("Passes when").fill("> 0");
        dashboard.button("Create").click();
        assertThat(dashboard.row(stage.named("gate"))).containsText("dry run");
    }

    private static void make(Dashboard dashboard, String profile) {
        var page = dashboard.page();
        page.navigate("/profiles/new");
        page.locator("#profile-name").fill(profile);
        page.locator("#profile-description").fill("the dashboard's test");
        for (var wave = 1; wave <= 3; wave++) {
            dashboard.field("Soak of wave " + wave).fill("1s");
            dashboard.field("May fail of wave " + wave).fill("0");
        }
        dashboard.button("Create").click();
        assertThat(dashboard.row(profile)).containsText("the dashboard's test");
    }

    private void choose(Dashboard dashboard, String generation) {
        var page = dashboard.page();
        page.navigate("/rollouts/new");
        page.getByLabel("Generation").selectOption(new SelectOption().setLabel(generation + " (nixos)"));
        page.getByLabel("Hosts", new Page.GetByLabelOptions().setExact(true)).fill(stage.selector());
        page.getByLabel("At most down at once").fill("");
    }

    private static Page.GetByRoleOptions link(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
