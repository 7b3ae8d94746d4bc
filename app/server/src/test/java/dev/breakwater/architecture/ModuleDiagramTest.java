package dev.breakwater.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.BreakwaterApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

class ModuleDiagramTest {
    private static final Path PAGE = Path.of("../../docs/architecture.md");
    private static final String OPENING = "<!-- modules -->\n";
    private static final String CLOSING = "<!-- /modules -->";

    private final ApplicationModules modules = ApplicationModules.of(BreakwaterApplication.class);

    @Test
    void the_diagram_in_the_docs_is_the_one_of_the_code() throws IOException {
        var page = Files.readString(PAGE);
        var drawn = page.substring(0, page.indexOf(OPENING) + OPENING.length())
                + diagram()
                + page.substring(page.indexOf(CLOSING));
        if (Boolean.getBoolean("breakwater.write")) {
            Files.writeString(PAGE, drawn);
        }
        assertThat(Files.readString(PAGE))
                .as("rewrite it with -Dbreakwater.write=true")
                .isEqualTo(drawn);
    }

    private String diagram() {
        return modules.stream()
                .flatMap(this::arrows)
                .sorted()
                .distinct()
                .collect(Collectors.joining("\n", "```mermaid\nflowchart TD\n", "\n```\n"));
    }

    /** The open conventions module is left out: everybody uses it, and its arrows would hide the others. */
    private Stream<String> arrows(ApplicationModule module) {
        if (module.isOpen()) {
            return Stream.empty();
        }
        var name = module.getIdentifier().toString();
        var used = module.getDirectDependencies(modules)
                .uniqueModules()
                .filter(other -> !other.isOpen())
                .map(other -> "    %s --> %s".formatted(name, other.getIdentifier()));
        return Stream.concat(Stream.of("    " + name), used);
    }
}
