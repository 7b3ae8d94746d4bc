package dev.breakwater.hosts;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** What these tests need of the machine. Where it is missing they are skipped with the reason; in CI that is a failure. */
final class Tools {
    private Tools() {}

    static void require(String... names) {
        var missing = Arrays.stream(names).filter(name -> !onPath(name)).toList();
        if (!missing.isEmpty()) {
            refuse("not installed: " + String.join(", ", missing));
        }
    }

    /** Hosts live in mount and process namespaces of their own. */
    static void requireNamespaces() throws IOException, InterruptedException {
        require("unshare");
        var probe = new ArrayList<>(List.of("unshare", "--mount", "--pid", "--fork", "--mount-proc", "true"));
        if (!System.getProperty("user.name").equals("root")) {
            probe.add(1, "--map-root-user");
        }
        if (new ProcessBuilder(probe).start().waitFor() != 0) {
            refuse("this machine does not let " + System.getProperty("user.name") + " make namespaces");
        }
    }

    static void requireFile(Path file, String how) {
        if (!Files.exists(file)) {
            refuse(file + " is missing; " + how);
        }
    }

    static void requireRoot() {
        if (!System.getProperty("user.name").equals("root")) {
            refuse("needs root");
        }
    }

    static boolean inCi() {
        return "true".equals(System.getenv("CI"));
    }

    private static void refuse(String reason) {
        if (inCi()) {
            Assertions.fail(reason);
        }
        Assumptions.abort(reason);
    }

    private static boolean onPath(String name) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }
}
