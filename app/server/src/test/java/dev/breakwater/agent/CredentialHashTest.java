package dev.breakwater.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.identity.Secrets;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialHashTest {
    @Test
    void is_the_beginning_of_the_sha_256_of_the_credential() {
        var hash = CredentialHash.borrow();
        var expected = ByteBuffer.wrap(Secrets.sha256("bwh_secret"));
        assertThat(hash.read("Bearer bwh_secret")).isTrue();
        assertThat(hash.high()).isEqualTo(expected.getLong());
        assertThat(hash.low()).isEqualTo(expected.getLong());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Bearer ", "Basic YTpi", "bearer bwh_secret", "Bearer  bwh_secret", "Bearer bwh_sécret"})
    void anything_unusual_goes_the_long_way(String header) {
        assertThat(CredentialHash.borrow().read(header)).isFalse();
        assertThat(CredentialHash.borrow().read("Bearer " + "x".repeat(201))).isFalse();
    }

    @Test
    void one_that_is_given_back_serves_again() {
        var hash = CredentialHash.borrow();
        hash.read("Bearer one");
        hash.giveBack();
        var again = CredentialHash.borrow();
        again.read("Bearer other");
        assertThat(again.high())
                .isEqualTo(ByteBuffer.wrap(Secrets.sha256("other")).getLong());
    }
}
