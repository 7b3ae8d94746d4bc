package dev.breakwater.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealingKeyIT {
    @TempDir
    private Path folder;

    @Test
    void a_key_is_made_once_and_only_its_owner_may_read_it() throws Exception {
        var sealed = sealing().seal("gate", "s3cret");
        assertThat(sealing().open("gate", sealed)).isEqualTo("s3cret");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(SealingKey.FILE))))
                .isEqualTo("rw-------");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    private Sealing sealing() {
        return new Sealing(
                new SealingKey(new IdentityProperties(folder, new IdentityProperties.Admin(null, null), null)));
    }
}
