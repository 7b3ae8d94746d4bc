package dev.breakwater.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.Set;

/** What axe has against a screen as it stands. */
record Axe(Page page) {
    private static final Set<String> GRAVE = Set.of("serious", "critical");

    /** Ends in the theme it began with, light. */
    void holdsInBothThemes() {
        var dashboard = new Dashboard(page);
        dashboard.button("Use the dark theme").click();
        holds();
        dashboard.button("Use the light theme").click();
        holds();
    }

    void holds() {
        assertThat(page.locator("[aria-busy=true]")).hasCount(0);
        var grave = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> GRAVE.contains(rule.getImpact()))
                        .map(rule ->
                                rule.getId() + ": " + rule.getNodes().getFirst().getHtml())
                        .toList();
        assertThat(grave).as(page.url()).isEmpty();
    }
}
