package dev.breakwater.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds a Chromium: the one of {@code BREAKWATER_CHROMIUM}, one on the PATH, or the one that npm packages. */
final class Browsers {
    private static final List<String> NAMES =
            List.of("chromium-headless-shell", "chromium", "google-chrome-stable", "google-chrome", "chromium-browser");
    private static final Path PACKAGED = Path.of("../../frontend/browser");

    private Browsers() {}

    static Playwright playwright() {
        var node = onPath("node");
        require(node.isPresent(), "browser tests need Node 20.19 or newer on the PATH");
        return Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of(
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1",
                        "PLAYWRIGHT_NODEJS_PATH",
                        node.orElseThrow().toString())));
    }

    static Browser launch(Playwright playwright) throws IOException, InterruptedException {
        var options = new LaunchOptions().setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"));
        var installed = Optional.ofNullable(System.getenv("BREAKWATER_CHROMIUM"))
                .map(Path::of)
                .or(() -> NAMES.stream().flatMap(name -> onPath(name).stream()).findFirst());
        if (installed.isPresent()) {
            return playwright.chromium().launch(options.setExecutablePath(installed.get()));
        }
        var chromium = unpack();
        var folder = chromium.getParent().toString();
        return playwright
                .chromium()
                .launch(options.setExecutablePath(chromium)
                        .setEnv(Map.of("LD_LIBRARY_PATH", folder + "/lib", "FONTCONFIG_PATH", folder)));
    }

    private static Path unpack() throws IOException, InterruptedException {
        var linux = System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
        require(linux, "no Chromium found: install one, or set BREAKWATER_CHROMIUM to it");
        if (!Files.exists(PACKAGED.resolve("node_modules/@sparticuz"))) {
            run("npm", "ci", "--no-audit", "--no-fund");
        }
        return Path.of(run("node", "unpack.mjs").strip().lines().toList().getLast());
    }

    private static String run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .directory(PACKAGED.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(
                    "%s failed; set BREAKWATER_CHROMIUM to a Chromium".formatted(String.join(" ", command)));
        }
        return output;
    }

    /** A missing tool skips the test on a user's machine and fails it in CI. */
    private static void require(boolean present, String reason) {
        if (System.getenv("CI") == null) {
            assumeTrue(present, reason);
        }
        if (!present) {
            throw new IllegalStateException(reason);
        }
    }

    private static Optional<Path> onPath(String name) {
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(Optional.ofNullable(System.getenv("PATH")).orElse(""))
                .map(entry -> Path.of(entry, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
