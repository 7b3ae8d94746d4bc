package dev.breakwater.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import dev.breakwater.BreakwaterIT;
import java.time.Duration;

/** What an operator does in the dashboard, by the words on the screen. */
record Dashboard(Page page) {
    void signIn() {
        signIn("admin", BreakwaterIT.ADMIN_PASSWORD);
    }

    void signIn(String name, String password) {
        page.navigate("/");
        page.getByLabel("Name").fill(name);
        page.getByLabel("Password").fill(password);
        button("Sign in").click();
        assertThat(heading("What needs you")).isVisible();
    }

    /** Canary of two, then all; soaks of a second. Ends on the rollout's screen. */
    void startRollout(String generation, String selector) {
        plan(generation, selector);
        start();
        assertThat(heading(generation)).isVisible();
    }

    /** Fills in the form, and leaves it open. */
    void plan(String generation, String selector) {
        page.navigate("/rollouts/new");
        page.getByLabel("Generation").selectOption(new SelectOption().setLabel(generation + " (nixos)"));
        page.getByLabel("Hosts", new Page.GetByLabelOptions().setExact(true)).fill(selector);
        button("Canary, then all").click();
        field("Size of wave 1").fill("2");
        field("Soak of wave 1").fill("1s");
        field("Soak of wave 2").fill("1s");
        field("May fail of wave 2").fill("0");
        page.getByLabel("At most down at once").fill("");
    }

    void start() {
        button("Create and start").click();
        page.getByLabel("Reason").fill("the dashboard's test");
        button("Start the rollout").click();
    }

    void waitForPhase(String word, Duration patience) {
        assertThat(page.locator(".bw-mark-strong"))
                .containsText(word, new ContainsTextOptions().setTimeout((double) patience.toMillis()));
    }

    Locator heading(String text) {
        return page.getByRole(
                AriaRole.HEADING, new GetByRoleOptions().setName(text).setLevel(1));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator field(String name) {
        return page.getByRole(
                AriaRole.TEXTBOX, new GetByRoleOptions().setName(name).setExact(true));
    }
}
