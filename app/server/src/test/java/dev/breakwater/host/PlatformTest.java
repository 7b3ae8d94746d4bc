package dev.breakwater.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {
    private static final String HASH = "0123456789abcdfghijklmnpqrsvwxyz";
    private static final String HEX = "0123456789abcdef".repeat(4);

    @ParameterizedTest
    @CsvSource({
        "nixos, /nix/store/%1$s-nixos-system-web-24.11, true",
        "nixos, /nix/store/%1$s-x, true",
        "home-manager, /nix/store/%1$s-home-manager-generation, true",
        "nixos, /nix/store/%1$s, false",
        "nixos, /nix/store/%1$s-, false",
        "nixos, /nix/store/%1$s-a/b, false",
        "nixos, /nix/store/%1$s-a b, false",
        "nixos, /nix/store/e%1$s-x, false",
        "nixos, /nix/store/../etc/%1$s-x, false",
        "nixos, %2$s, false",
        "ostree, %2$s, true",
        "rpm-ostree, %2$s, true",
        "ostree, %2$s0, false",
        "ostree, ABCDEF, false",
        "ostree, /nix/store/%1$s-x, false",
        "bootc, quay.io/fedora/bootc@sha256:%2$s, true",
        "bootc, registry.example:5000/a/b-c/d_e@sha256:%2$s, true",
        "bootc, quay.io/fedora/bootc:latest, false",
        "bootc, quay.io@sha256:%2$s, false",
        "bootc, quay.io/Fedora@sha256:%2$s, false",
        "bootc, quay.io/fedora@sha256:abc, false",
    })
    void it_accepts_its_own_refs_only(String platform, String ref, boolean accepted) {
        assertThat(Platform.of(platform).accepts(ref.formatted(HASH, HEX))).isEqualTo(accepted);
    }

    @Test
    void a_letter_that_nix_never_uses_is_refused() {
        assertThat("eotu".chars().mapToObj(c -> "/nix/store/" + HASH.substring(1) + (char) c + "-x"))
                .noneMatch(Platform.NIXOS::accepts);
    }

    @Test
    void a_ref_with_a_line_end_or_a_nul_is_refused() {
        assertThat(Platform.OSTREE.accepts(HEX + "\n")).isFalse();
        assertThat(Platform.NIXOS.accepts("/nix/store/" + HASH + "-x\0")).isFalse();
    }

    @Test
    void the_refusal_names_the_field_and_the_rule() {
        assertThatExceptionOfType(InvalidRef.class)
                .isThrownBy(() -> Platform.OSTREE.requireRef("latest", "/artifacts/3/ref"))
                .satisfies(refused ->
                        assertThat(refused.errors().getFirst().pointer()).isEqualTo("/artifacts/3/ref"))
                .withMessageContaining("64 lower-case hexadecimal digits");
    }

    @Test
    void only_image_based_systems_need_a_boot() {
        assertThat(Platform.values())
                .filteredOn(Platform::needsBoot)
                .containsExactly(Platform.OSTREE, Platform.RPM_OSTREE, Platform.BOOTC);
    }
}
