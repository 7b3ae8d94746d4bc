package dev.breakwater.jar;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The operator's scripts, run against a PostgreSQL on this machine as its superuser; each has three minutes. */
record OperationsScripts(int port) {
    static final Path FOLDER =
            Path.of("../deploy/src/main/operations").toAbsolutePath().normalize();

    record Answer(int status, String output) {}

    Answer backup(Path to) throws IOException, InterruptedException {
        return run("backup", to.toString());
    }

    Answer run(String script, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(FOLDER.resolve(script).toString()));
        command.addAll(List.of(arguments));
        var output = Files.createTempFile("operations", ".log");
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        var environment = builder.environment();
        environment.put("PGHOST", "127.0.0.1");
        environment.put("PGPORT", String.valueOf(port));
        environment.put("PGUSER", "postgres");
        environment.put("PGDATABASE", "fleet");
        environment.put("LIMIT_SECONDS", "150");
        // a short life: compiling hard would cost more than it gives
        environment.put("JAVA_TOOL_OPTIONS", "-Xmx384m -XX:TieredStopAtLevel=1");
        environment.put(
                "PATH", System.getProperty("java.home") + "/bin" + File.pathSeparator + environment.get("PATH"));
        var process = builder.start();
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError(script + " took longer than three minutes: " + Files.readString(output));
        }
        return new Answer(process.exitValue(), Files.readString(output));
    }
}
