package dev.breakwater.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SecretsTest {
    @Test
    void a_secret_starts_with_its_kind_and_is_never_the_same() {
        assertThat(Secrets.newSecret("bwt")).matches("bwt_[A-Za-z0-9_-]{43}").isNotEqualTo(Secrets.newSecret("bwt"));
    }

    @Test
    void a_secret_is_kept_as_its_sha_256() {
        assertThat(HexFormat.of().formatHex(Secrets.sha256("abc")))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
