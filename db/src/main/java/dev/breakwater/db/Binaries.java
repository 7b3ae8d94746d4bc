package dev.breakwater.db;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs as packaged in the jar, unpacked beside the data they serve: never into a shared folder. */
record Binaries(Path home) {
    private static final Map<String, String> ARCHIVES =
            Map.of("amd64", "/postgres-linux-x86_64.txz", "aarch64", "/postgres-linux-arm_64.txz");
    private static final int OWNER_EXECUTES = 0100;

    /** Unpacks unless the very same archive was unpacked before; a half-finished folder is never taken for a whole. */
    static Binaries unpackedIn(Path folder) throws IOException {
        var home = folder.resolve(fingerprint());
        if (!Files.isDirectory(home)) {
            FileSystemUtils.deleteRecursively(folder);
            var partial = folder.resolve("partial");
            unpack(partial);
            Files.move(partial, home, StandardCopyOption.ATOMIC_MOVE);
        }
        return new Binaries(home);
    }

    String initdb() {
        return home.resolve("bin/initdb").toString();
    }

    String postgres() {
        return home.resolve("bin/postgres").toString();
    }

    private static void unpack(Path folder) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(archive()))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, folder);
            }
        }
    }

    private static void unpack(InputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
        var file = folder.resolve(entry.getName()).normalize();
        if (!file.startsWith(folder)) {
            throw new IOException("The archive names a file outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.resolveSibling(""));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, file);
        var executable = (entry.getMode() & OWNER_EXECUTES) != 0;
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private static String fingerprint() throws IOException {
        try (var archive = new DigestInputStream(archive(), MessageDigest.getInstance("SHA-256"))) {
            archive.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(archive.getMessageDigest().digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InputStream archive() {
        var system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        var name = system.startsWith("Linux ") ? ARCHIVES.get(System.getProperty("os.arch")) : null;
        var archive = name == null ? null : Binaries.class.getResourceAsStream(name);
        if (archive == null) {
            throw new EmbeddedDatabaseFailed(
                    "This Breakwater brings no PostgreSQL for %s. Run one and set SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD."
                            .formatted(system));
        }
        return archive;
    }
}
