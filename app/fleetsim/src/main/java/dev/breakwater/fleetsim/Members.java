package dev.breakwater.fleetsim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The disks of simulated hosts: one file with their credentials and systems, replaced whole, readable by its owner only. */
final class Members {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;

    Members(Path folder) {
        this.file = folder.resolve("fleet.json");
    }

    /** What was kept, or nothing where nothing readable was. */
    List<Enrolled> load() {
        try {
            return Files.exists(file) ? List.of(JSON.readValue(Files.readAllBytes(file), Enrolled[].class)) : List.of();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (JacksonException torn) {
            return List.of();
        }
    }

    void save(List<Enrolled> members) {
        try {
            Files.createDirectories(file.getParent());
            var fresh = file.resolveSibling("fleet.json.new");
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(fresh, JSON.writeValueAsBytes(members));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
