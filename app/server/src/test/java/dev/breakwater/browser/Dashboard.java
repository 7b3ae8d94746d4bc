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

    /** Leaving the page before the server has answered would leave the session as it is. */
    void signOut() {
        button("Sign out").click();
        assertThat(page.getByLabel("Password")).isVisible();
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

    /** The box under this title. */
    Locator panel(String title) {
        return page.getByRole(
                AriaRole.REGION, new GetByRoleOptions().setName(title).setExact(true));
    }

    Locator inPanel(String title, String button) {
        return panel(title)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true));
    }

    Locator row(String text) {
        return page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(text));
    }

    Locator inRow(String text, String button) {
        return row(text)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true));
    }

    Locator dialog() {
        return page.getByRole(AriaRole.DIALOG);
    }

    /** Answers the open dialog. */
    void say(String confirm, String reason) {
        dialog().getByLabel("Reason").fill(reason);
        dialog().getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(confirm).setExact(true))
                .click();
    }

    /** Lines of the rollout's log that say this happened. */
    Locator logged(String what) {
        return page.getByRole(AriaRole.LOG).getByText(what, new Locator.GetByTextOptions().setExact(true));
    }

    Locator field(String name) {
        return page.getByRole(
                AriaRole.TEXTBOX, new GetByRoleOptions().setName(name).setExact(true));
    }
}
