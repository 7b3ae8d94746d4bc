package dev.breakwater.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** What a server takes for its machine's clock, which can be set: by Debian's package {@code libfaketime}. The monotonic clock stays. */
record Machine(Path clock) {
    private static final Path LIBRARY = Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1");
    private static final Path LIBRARY_ARM = Path.of("/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1");

    static Machine in(Path folder) throws IOException {
        return new Machine(Files.writeString(folder.resolve("clock"), "+0\n"));
    }

    Map<String, String> environment() {
        return Files.exists(library())
                ? Map.of(
                        "LD_PRELOAD", library().toString(),
                        "FAKETIME_TIMESTAMP_FILE", clock.toString(),
                        "FAKETIME_NO_CACHE", "1",
                        "FAKETIME_DONT_FAKE_MONOTONIC", "1",
                        "FAKETIME_FORCE_MONOTONIC_FIX", "0")
                : Map.of();
    }

    /** Off by so much from now on, as {@code +1h}, {@code -1h}, {@code +0}. */
    void set(String offset) throws IOException {
        if (!Files.exists(library())) {
            refuse("needs the package libfaketime: no " + library());
        }
        var fresh = Files.writeString(clock.resolveSibling("clock.new"), offset + "\n");
        Files.move(fresh, clock, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path library() {
        return Files.exists(LIBRARY_ARM) ? LIBRARY_ARM : LIBRARY;
    }

    private static void refuse(String reason) {
        if ("true".equals(System.getenv("CI"))) {
            Assertions.fail(reason);
        }
        Assumptions.abort(reason);
    }
}
