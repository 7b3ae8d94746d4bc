package dev.breakwater.fleetsim;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The two kinds of hosts that are simulated, with content addresses that look real and depend on their content's name alone. */
enum Platform {
    /** Every host has its own closure of a generation. */
    NIXOS("nixos", false) {
        @Override
        String ref(String host, String generation) {
            var digest = sha256(host + '/' + generation);
            var hash = IntStream.range(0, 32)
                    .mapToObj(index -> String.valueOf(NIX_BASE32.charAt(digest[index] & 31)))
                    .collect(Collectors.joining());
            return "/nix/store/%s-nixos-system-%s-%s".formatted(hash, host, generation);
        }
    },
    /** One commit serves all hosts. */
    OSTREE("ostree", true) {
        @Override
        String ref(String host, String generation) {
            return HexFormat.of().formatHex(sha256(generation));
        }
    };

    private static final String NIX_BASE32 = "0123456789abcdfghijklmnpqrsvwxyz";

    private final String word;
    private final boolean boots;

    Platform(String word, boolean boots) {
        this.word = word;
        this.boots = boots;
    }

    abstract String ref(String host, String generation);

    /** As the API spells it. */
    String word() {
        return word;
    }

    /** Whether a new generation runs only after a boot. */
    boolean boots() {
        return boots;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
