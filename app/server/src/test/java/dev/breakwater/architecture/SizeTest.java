package dev.breakwater.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SizeTest {
    @Test
    void no_file_of_the_product_is_longer_than_300_lines() throws IOException {
        assertThat(longerThan(300, Sources.main())).isEmpty();
    }

    @Test
    void no_test_file_is_longer_than_400_lines() throws IOException {
        assertThat(longerThan(400, Sources.test())).isEmpty();
    }

    @Test
    void no_method_is_longer_than_40_lines() throws IOException {
        assertThat(Sources.methods(Sources.main())).isNotEmpty().allMatch(method -> method.lines() <= 40);
    }

    @Test
    void no_constructor_takes_more_than_6_parameters() throws IOException {
        assertThat(Sources.methods(Sources.main()))
                .filteredOn(Sources.Method::constructs)
                .allMatch(method -> method.parameters() <= 6);
    }

    private static List<String> longerThan(int limit, List<Path> files) throws IOException {
        assertThat(files).isNotEmpty();
        return files.stream()
                .filter(file -> lines(file) > limit)
                .map(file -> "%s: %d lines".formatted(Sources.relative(file), lines(file)))
                .toList();
    }

    private static long lines(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }
}
