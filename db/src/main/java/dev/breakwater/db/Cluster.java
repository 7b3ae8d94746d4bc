package dev.breakwater.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.springframework.util.FileSystemUtils;

/** The files of one PostgreSQL, created once; a creation that was interrupted is started over. */
final class Cluster {
    static final String SUPERUSER = "postgres";
    private static final String MAJOR_VERSION = "18";

    private Cluster() {}

    static void prepare(DataDirectory data, Binaries binaries, Account account) throws IOException {
        makeReachable(data, binaries, account);
        if (!Files.exists(data.cluster())) {
            create(data, binaries, account);
        }
        var version = Files.readString(data.cluster().resolve("PG_VERSION")).strip();
        if (!version.equals(MAJOR_VERSION)) {
            throw new EmbeddedDatabaseFailed(
                    "%s was written by PostgreSQL %s; this Breakwater brings PostgreSQL %s. Move the data with pg_dump and psql."
                            .formatted(data.cluster(), version, MAJOR_VERSION));
        }
    }

    private static void makeReachable(DataDirectory data, Binaries binaries, Account account) throws IOException {
        if (account.uid() != Account.owner(data.root())) {
            Files.setPosixFilePermissions(data.root(), PosixFilePermissions.fromString("rwx--x--x"));
        }
        try {
            Commands.run(account.command("test", "-x", binaries.postgres()));
        } catch (EmbeddedDatabaseFailed e) {
            throw new EmbeddedDatabaseFailed(
                    "PostgreSQL runs as user %d, who cannot run %s. Set BREAKWATER_DATA_DIR to a directory that this user can enter."
                            .formatted(account.uid(), binaries.postgres()),
                    e);
        }
    }

    private static void create(DataDirectory data, Binaries binaries, Account account) throws IOException {
        var unfinished = data.root().resolve("postgresql.new");
        FileSystemUtils.deleteRecursively(unfinished);
        Files.createDirectory(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        account.own(unfinished);
        var password = passwordFile(data, account);
        try {
            Commands.run(account.command(
                    binaries.initdb(),
                    "--pgdata=" + unfinished,
                    "--username=" + SUPERUSER,
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--no-locale"));
        } finally {
            Files.delete(password);
        }
        Files.move(unfinished, data.cluster());
    }

    private static Path passwordFile(DataDirectory data, Account account) throws IOException {
        var file = Files.createTempFile(data.root(), "initdb", ".password");
        Files.writeString(file, data.password());
        account.own(file);
        return file;
    }
}
