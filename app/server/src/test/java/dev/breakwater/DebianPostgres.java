package dev.breakwater;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * A PostgreSQL as Debian packages it, with its tools, in a folder of the test's own. Where the package {@code postgresql} is missing the
 * test is skipped with the reason; in CI that is a failure.
 */
public final class DebianPostgres implements AutoCloseable {
    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");

    private final Path tools;
    private final Path folder;
    private final int port;

    private DebianPostgres(Path tools, Path folder, int port) {
        this.tools = tools;
        this.folder = folder;
        this.port = port;
    }

    public static DebianPostgres start(Path folder) {
        var tools = tools();
        if (tools.isEmpty()) {
            refuse("needs the package postgresql: no " + INSTALLED + "/*/bin/pg_ctl");
        }
        try {
            var postgres = new DebianPostgres(tools.orElseThrow(), folder, FreePort.find());
            postgres.create();
            postgres.start();
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A copy that follows this one; from now on a commit here is answered when it has been written there, too. */
    public DebianPostgres standby(Path folder, int port) {
        var standby = new DebianPostgres(tools, folder, port);
        allowOthers(folder);
        client("pg_basebackup", "-D", standby.data(), "-R", "-c", "fast");
        standby.start();
        client("psql", "-c", "alter system set synchronous_standby_names = '*'", "-c", "select pg_reload_conf()");
        return standby;
    }

    public void promote() {
        run("pg_ctl", "-D", data(), "-w", "promote");
    }

    public int port() {
        return port;
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?user=postgres".formatted(port, database);
    }

    public void start() {
        run("pg_ctl", "-D", data(), "-w", "-l", data() + "/log", "-o", "-p %d -k %s".formatted(port, folder), "start");
    }

    /** As a machine that loses power: no shutdown checkpoint, recovery at the next start. */
    public void crash() {
        run("pg_ctl", "-D", data(), "-w", "-m", "immediate", "stop");
    }

    public void createDatabase(String name) {
        client("createdb", name);
    }

    public void dump(String database, Path to) {
        client("pg_dump", "-Fc", "-f", to.toString(), database);
    }

    public void restore(Path from, String database) {
        client("pg_restore", "--exit-on-error", "-d", database, from.toString());
    }

    @Override
    public void close() {
        crash();
    }

    private void create() {
        allowOthers(folder);
        run("initdb", "-D", data(), "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--no-locale", "--no-sync");
        run("sh", "-c", "echo fsync=off >>'" + data() + "/postgresql.conf'");
    }

    /** A program that speaks with this server, over the network as its superuser. */
    private void client(String tool, String... arguments) {
        var all = new ArrayList<>(List.of("-h", "127.0.0.1", "-p", String.valueOf(port), "-U", "postgres"));
        all.addAll(List.of(arguments));
        run(tool, all.toArray(String[]::new));
    }

    private static void allowOthers(Path folder) {
        try {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    /** PostgreSQL refuses to run as root; Debian's package brings a user for it. */
    private void run(String tool, String... arguments) {
        var command = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
        }
        var packaged = tools.resolve(tool);
        command.add(Files.exists(packaged) ? packaged.toString() : tool);
        command.addAll(List.of(arguments));
        try {
            var output = File.createTempFile("postgres", ".txt");
            var exit = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output)
                    .start()
                    .waitFor();
            assertThat(exit)
                    .as("%s: %s", command, Files.readString(output.toPath()))
                    .isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of the newest version there is. */
    private static Optional<Path> tools() {
        if (!Files.isDirectory(INSTALLED)) {
            return Optional.empty();
        }
        try (var versions = Files.list(INSTALLED)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("pg_ctl")))
                    .max(Comparator.naturalOrder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void refuse(String reason) {
        if ("true".equals(System.getenv("CI"))) {
            Assertions.fail(reason);
        }
        Assumptions.abort(reason);
    }
}
