package dev.breakwater.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SealingTest {
    private final Sealing sealing = sealing(key(1));

    @Test
    void what_is_sealed_opens_for_its_purpose_alone() {
        var sealed = sealing.seal("gate", "s3cret");
        assertThat(sealing.open("gate", sealed)).isEqualTo("s3cret");
        assertThatThrownBy(() -> sealing.open("webhook", sealed)).isInstanceOf(Unsealable.class);
    }

    @Test
    void no_two_seals_are_alike() {
        assertThat(sealing.seal("gate", "s3cret"))
                .doesNotContain("s3cret")
                .isNotEqualTo(sealing.seal("gate", "s3cret"));
    }

    @Test
    void another_key_opens_nothing_and_neither_does_a_broken_seal() {
        var sealed = sealing.seal("gate", "s3cret");
        assertThatThrownBy(() -> sealing(key(2)).open("gate", sealed)).isInstanceOf(Unsealable.class);
        for (var broken : new String[] {"", "v1:", "v1:AAAA", "v1:%%%", sealed.substring(0, sealed.length() - 8)}) {
            assertThatThrownBy(() -> sealing.open("gate", broken)).isInstanceOf(Unsealable.class);
        }
    }

    @Test
    void a_key_of_the_wrong_size_stops_the_server() {
        assertThatIllegalArgumentException().isThrownBy(() -> sealing("c2hvcnQ="));
    }

    private static Sealing sealing(String key) {
        return new Sealing(new SealingKey(
                new IdentityProperties(Path.of("target/nowhere"), new IdentityProperties.Admin(null, null), key)));
    }

    private static String key(int first) {
        var bytes = new byte[32];
        bytes[0] = (byte) first;
        return Base64.getEncoder().encodeToString(bytes);
    }
}
