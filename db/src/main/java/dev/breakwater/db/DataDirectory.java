package dev.breakwater.db;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The data directory, held by one server at a time; the lock is the kernel's, so a crash releases it. */
final class DataDirectory implements AutoCloseable {
    private static final int PASSWORD_BYTES = 24;

    private final Path root;
    private final FileChannel lockFile;

    private DataDirectory(Path root, FileChannel lockFile) {
        this.root = root;
        this.lockFile = lockFile;
    }

    static DataDirectory open(Path folder) {
        var root = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root, PosixFilePermissions.asFileAttribute(ownerOnly("rwx")));
            return new DataDirectory(root, lock(root));
        } catch (IOException e) {
            throw new EmbeddedDatabaseFailed(
                    "Cannot use the data directory %s (%s). Set BREAKWATER_DATA_DIR to a directory this user may write."
                            .formatted(root, e),
                    e);
        }
    }

    private static FileChannel lock(Path root) throws IOException {
        var file = root.resolve("breakwater.lock");
        var channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(ownerOnly("rw-")));
        if (tryLock(channel) == null) {
            channel.close();
            throw new EmbeddedDatabaseFailed(
                    "The data directory %s is in use by another Breakwater server (process %s). Stop it, or set BREAKWATER_DATA_DIR to another directory."
                            .formatted(root, Files.readString(file).strip()));
        }
        channel.truncate(0);
        channel.write(StandardCharsets.UTF_8.encode(ProcessHandle.current().pid() + "\n"));
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    Path root() {
        return root;
    }

    Path cluster() {
        return root.resolve("postgresql");
    }

    Path binaries() {
        return root.resolve("postgresql-binaries");
    }

    Path log() {
        return root.resolve("postgresql.log");
    }

    /** Generated once; whoever can read this file can read the database. */
    String password() throws IOException {
        var file = root.resolve("postgresql.password");
        if (!Files.exists(file)) {
            var random = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(random);
            var temporary = Files.createTempFile(
                    root, "postgresql.password", "", PosixFilePermissions.asFileAttribute(ownerOnly("rw-")));
            Files.writeString(temporary, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
            Files.move(temporary, file);
        }
        return Files.readString(file).strip();
    }

    private static Set<PosixFilePermission> ownerOnly(String permissions) {
        return PosixFilePermissions.fromString(permissions + "------");
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }
}
