package dev.breakwater.deploy;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The chart, rendered by Helm itself. */
final class Chart {
    static final Path FOLDER = Path.of("../../helm/breakwater").toAbsolutePath().normalize();
    private static final String KUBERNETES = "1.34";

    /** Helm's library shows no hooks and cannot be told a version for the notes: in this copy the test's pod is no hook, and any version will do. */
    private static final Path OPENED = opened();

    /** What every installation has to say. */
    static final String LEAST = """
            admin: {existingSecret: breakwater-admin}
            database:
              external: {url: "jdbc:postgresql://db.example.org:5432/breakwater?sslmode=verify-full", existingSecret: breakwater-database}
            """;

    private Chart() {}

    static LintResult lint() {
        return new Helm(FOLDER).lint().strict().call();
    }

    /** The least, and these values over it. */
    static String with(String values) {
        return render(LEAST, values);
    }

    /** @throws IllegalStateException with Helm's own words when the values are refused */
    static String render(String... values) {
        var template = new Helm(OPENED)
                .template()
                .withName("fleet")
                .withNamespace("ops")
                .withKubeVersion(KUBERNETES);
        files(values).forEach(template::withValuesFile);
        return template.call();
    }

    /** What an installation prints. */
    static String notes(String values) {
        var install = new Helm(OPENED)
                .install()
                .clientOnly()
                .dryRun()
                .withName("fleet")
                .withNamespace("ops");
        files(LEAST, values).forEach(install::withValuesFile);
        return install.call().getOutput();
    }

    static String on(String kubernetes) {
        var template = new Helm(FOLDER).template().withName("fleet").withKubeVersion(kubernetes);
        files(LEAST).forEach(template::withValuesFile);
        return template.call();
    }

    private static List<Path> files(String... documents) {
        return Arrays.stream(documents).map(Chart::file).toList();
    }

    private static Path file(String document) {
        try {
            return Files.writeString(Files.createTempFile(OPENED.resolveSibling(""), "values", ".yaml"), document);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static Path opened() {
        try (var files = Files.walk(FOLDER)) {
            var copy = Files.createDirectories(Path.of("target/chart")).resolve("breakwater");
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = copy.resolve(FOLDER.relativize(file).toString());
                Files.createDirectories(target.resolveSibling(""));
                Files.writeString(
                        target, Files.readString(file).replaceAll("(?m)^(kubeVersion:| *helm.sh/hook).*\n", ""));
            }
            return copy.toAbsolutePath();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
