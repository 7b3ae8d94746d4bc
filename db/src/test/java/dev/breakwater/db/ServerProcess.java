package dev.breakwater.db;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A server in a process of its own, so that a test can kill it. */
final class ServerProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private ServerProcess(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** What the process does: opens the database, says so, and stays until it is ended. */
    static void main(String[] arguments) throws InterruptedException {
        try {
            var postgres = EmbeddedPostgres.start(Path.of(arguments[0]));
            Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
            System.out.println("READY " + postgres.url());
            Thread.currentThread().join();
        } catch (EmbeddedDatabaseFailed e) {
            System.out.println("FAILED " + e.getMessage());
        }
    }

    /** Spares a test the seconds of unpacking: the folder is taken as it is when the same archive was unpacked there before. */
    static void lendBinaries(Path data) throws IOException {
        var shared = Path.of("target", "postgresql-binaries").toAbsolutePath();
        Binaries.unpackedIn(shared);
        Files.createSymbolicLink(data.resolve("postgresql-binaries"), shared);
    }

    static ServerProcess start(Path data) throws IOException {
        return start(List.of(), System.getProperty("java.class.path"), data);
    }

    static ServerProcess start(List<String> prefix, String classPath, Path data) throws IOException {
        var command = new ArrayList<>(prefix);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                ServerProcess.class.getName(),
                data.toString()));
        return new ServerProcess(new ProcessBuilder(command)
                .directory(new File("/"))
                .redirectErrorStream(true)
                .start());
    }

    String awaitAnswer() throws IOException {
        var all = new StringBuilder();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("READY ") || line.startsWith("FAILED ")) {
                return line;
            }
            all.append(line).append('\n');
        }
        throw new AssertionError("The server ended without an answer:\n" + all);
    }

    List<ProcessHandle> children() {
        return process.children().toList();
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
