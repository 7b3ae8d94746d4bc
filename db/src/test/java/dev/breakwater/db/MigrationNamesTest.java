package dev.breakwater.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MigrationNamesTest {
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    @Test
    void every_migration_has_a_number_and_a_name() throws IOException {
        try (var files = Files.list(MIGRATIONS)) {
            assertThat(files)
                    .allSatisfy(file ->
                            assertThat(file.getFileName().toString()).matches("V[1-9][0-9]*__[a-z0-9_]+\\.sql"));
        }
    }
}
