package dev.breakwater.host;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How a host moves between generations, and what a ref looks like there. */
public enum Platform {
    NIXOS("nixos", Refs.NIX_STORE),
    HOME_MANAGER("home-manager", Refs.NIX_STORE),
    OSTREE("ostree", Refs.COMMIT),
    RPM_OSTREE("rpm-ostree", Refs.COMMIT),
    BOOTC("bootc", Refs.IMAGE);

    private final String wire;
    private final Refs refs;

    Platform(String wire, Refs refs) {
        this.wire = wire;
        this.refs = refs;
    }

    @JsonValue
    public String wire() {
        return wire;
    }

    /** As {@link #wire()}, so that messages that list platforms show what to send. */
    @Override
    public String toString() {
        return wire;
    }

    /** True where a new generation runs only after a boot. */
    public boolean needsBoot() {
        return refs != Refs.NIX_STORE;
    }

    public static Optional<Platform> find(String wire) {
        return Arrays.stream(values()).filter(it -> it.wire.equals(wire)).findFirst();
    }

    public static Platform of(String wire) {
        return find(wire).orElseThrow(() -> new IllegalArgumentException("must be one of " + names()));
    }

    static String names() {
        return Arrays.stream(values()).map(Platform::wire).collect(Collectors.joining(", "));
    }

    public boolean accepts(String ref) {
        return ref.length() <= Refs.MAX_LENGTH && refs.shape.matcher(ref).matches();
    }

    /** The rule a ref of this platform must meet, in words. */
    public String refRule() {
        return refs.rule;
    }

    public String requireRef(String ref) {
        return requireRef(ref, "ref");
    }

    /** As {@link #requireRef(String)}; {@code pointer} names the field to complain about. */
    public String requireRef(String ref, String pointer) {
        if (!accepts(ref)) {
            throw new InvalidRef(this, ref, pointer);
        }
        return ref;
    }

    private enum Refs {
        NIX_STORE(
                "/nix/store/[0-9a-df-np-sv-z]{32}-[0-9a-zA-Z+\\-._?=]{1,211}",
                "/nix/store/<32 of 0-9a-df-np-sv-z>-<name>"),
        COMMIT("[0-9a-f]{64}", "64 lower-case hexadecimal digits"),
        IMAGE(
                "[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[0-9]{1,5})?(?:/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)+@sha256:[0-9a-f]{64}",
                "<registry>/<repository>@sha256:<64 lower-case hexadecimal digits>");

        static final int MAX_LENGTH = 512;
        private final Pattern shape;
        private final String rule;

        Refs(String shape, String rule) {
            this.shape = Pattern.compile(shape);
            this.rule = rule;
        }
    }
}
